using FinInvest.Graph.Present.Exhibit;
using FinInvest.Graph.Tests.Ledgers;

namespace FinInvest.Graph.Tests.Present;

/// <summary>
/// Ledger W in millions, with its own-first results worked by hand, and a small evidence file beside it: item E-1 may be used in court,
/// item SEALED-2 is for intelligence only. Everything a test changes comes in from outside.
/// </summary>
internal static class WorkedExhibit
{
    public const long Million = 1_000_000_00;

    public static ExhibitContent Content(string hostile = "", Func<IEnumerable<FactRow>, IEnumerable<FactRow>>? order = null)
    {
        var parsed = CaseText.Parse($"""
            +X {100 * Million} own
            +X {200 * Million} K:A1:V1
            -X {150 * Million} car
            +X {120 * Million} own
            -X {180 * Million} flat
            +X {60 * Million} K:A1:V1
            -X {90 * Million}
            """);
        var document = Sha256.Of([]);
        IEnumerable<FactRow> rows = Facts(hostile).Select((f, i) => new FactRow(f, document, i + 1));
        var facts = new CaseFacts(order is null ? rows : order(rows), [new SourceDocument(document, "bank-b" + hostile + ".csv", 4096, "AE"), new SourceDocument(Sha256.Of([1]), "SEALED-FILE.pdf", 77, "BB")], [
            new Decision(1, DecisionKinds.Relied, "E-1", "yes", "A. Preparer", new Day(8), "original seen"),
            new Decision(2, DecisionKinds.Relied, "SEALED-2", "no", "A. Preparer", new Day(8), "not for court"),
        ], new CaseVersion(3, 2));
        var @case = new Reconciliation(parsed.Ledger, parsed.Register, facts,
            [
                new StatementCheck("S", "X", document, new DayRange(new Day(1), new Day(8)), 7, 0, 60 * Million, 0, true, ""),
                new StatementCheck("S9", "X", document, new DayRange(new Day(20), new Day(28)), 4, 0, 60 * Million, -500, false, "movements and balances differ"),
            ], [], [], ["the IBAN of account X fails its check digits"], [new Refusal("TWO_CURRENCIES", "S/9", "A two-currency transfer is not traced yet." + hostile)]);
        return new ExhibitContent(@case, facts.Version, "fininvest 0.1.0", "own-first", "statement", "Profile KZ-CC48/1\ntheta .5", Traces(), Bounds(), Paths(), [Owners()], [Assessed("car#0"), Assessed("flat#0")],
            3, ["The preparer saw SEALED-2 and relied on nothing in it.", "Ordinary note." + hostile], Rules(),
            new Dictionary<RowKey, RowText> { [new RowKey(document, "S", 2)] = new("City Hospital" + hostile, "Invoice 17" + hostile) });
    }

    private static IEnumerable<IFact> Facts(string hostile) =>
    [
        new CaseHeader("C1", "24-7/115" + hostile, "Which part of the car and the flat comes from the payments of the hospital?" + hostile, "A. Preparer", new Day(9), [new Currency("KZT", 2)]),
        new Party("P1", "Damir Ospan" + hostile, "person", "850101300120", "KZ", "subject"),
        new Party("V1", "City Hospital", "state", Role: "victim"),
        new Account("X", "KZT", "Bank B", "KZ"),
        new AccountHolder("h1", "X", "P1"),
        new Act("A1", "embezzlement at the City Hospital", "189", "indictment"),
        new Episode("K:A1:V1"[2..], "A1", "V1", "KZT", 260 * Million, new Day(2), "prepayment under a sham contract" + hostile),
        new Asset("car", "Car, plate 001" + hostile, "KZT", "vehicle", "P1", "KZ", 120 * Million, new Day(9)),
        new Asset("flat", "Flat in Almaty", "KZT", "real estate", "P1", "KZ", 240 * Million, new Day(9)),
        new RootSource("R1", "Bank B", "B", "KZ"),
        new DocumentGrade("G1", "SEALED-FILE.pdf", "R1", "BB", "B2", ["intelligence"]),
        new EvidenceItem("E-1", "R1", "AE", "2", ["proceeds:S/2", "link:S/3"], [], ["court"], Text: "copy of a letter of Bank B" + hostile),
        new EvidenceItem("SEALED-2", "R1", "BB", "1", ["link:S/3"], [], ["intelligence"], Document: "SEALED-FILE.pdf", Text: "whisper of an informant"),
        new Explanation("X1", "flat", "loan of a brother" + hostile),
        new Explanation("X2", "flat", "gift, see SEALED-2", Item: "SEALED-2"),
    ];

    private static OwnedAmount Own(long m) => new("own", OwnerClass.Free, m * Million);
    private static OwnedAmount Claim(long m) => new("K:A1:V1", OwnerClass.Claim, m * Million, m * Million);

    private static RunningLedgerRow Row(int movement, bool credit, long minor, long balance, long claim, long free, params OwnedAmount[] taken) =>
        new(movement, credit, new Day(movement + 1), "OUTSIDE", MovementKind.Transfer, minor * Million, balance * Million, claim * Million, 0, free * Million, taken, 0, 0, new RowKey(Sha256.Of([]), "S", movement + 1));

    private static IReadOnlyList<TraceResult> Traces()
    {
        var ledger = new RunningLedger("X", "KZT",
        [
            Row(0, true, 100, 100, 0, 100, Own(100)),
            Row(1, true, 200, 300, 200, 100, Claim(200)),
            Row(2, false, 150, 150, 150, 0, Own(100), Claim(50)),
            Row(3, true, 120, 270, 150, 120, Own(120)),
            Row(4, false, 180, 90, 90, 0, Own(120), Claim(60)),
            Row(5, true, 60, 150, 150, 0, Claim(60)),
            Row(6, false, 90, 60, 60, 0, Claim(90)),
        ]);
        return
        [
            Trace("fifo", 50, 150, []),
            Trace("lifo", 150, 50, []),
            Trace("rolling", 100, 67, []),
            Trace("own-first", 50, 60, [ledger]),
            Trace("proceeds-first", 150, 50, []),
        ];
    }

    private static TraceResult Trace(string rule, long car, long flat, IReadOnlyList<RunningLedger> ledgers)
    {
        var flow = new TracedFlow([], [], [], [], [], [new FlowHop("proceeds", 1, "K:A1:V1"), new FlowHop("purchase", 2, Target: "car#0")]);
        return new TraceResult(rule, "statement", true,
        [
            new TargetTrace("car#0", "KZT", 150 * Million, car * Million, car * Million, [Own(150 - car), Claim(car)], null, flow),
            new TargetTrace("flat#0", "KZT", 180 * Million, flat * Million, flat * Million, [Own(180 - flat), Claim(flat)], null, null),
        ], [], [new ClaimTotal("K:A1:V1", "KZT", 260 * Million, 260 * Million)], ledgers);
    }

    private static IReadOnlyList<BoundsResult> Bounds() =>
    [
        new("car#0", "KZT", 150 * Million, 50 * Million, 150 * Million, 150 * Million, 50 * Million, 150 * Million, 150 * Million, [new CutElement("the payment itself", 2, "X", new Day(3), 150 * Million)], [], ["car#0"], false),
        new("flat#0", "KZT", 180 * Million, 0, 150 * Million, 180 * Million, 0, 150 * Million, 180 * Million, [], [], ["flat#0"], false),
        new("SET", "KZT", 330 * Million, 110 * Million, 200 * Million, 330 * Million, 110 * Million, 200 * Million, 330 * Million, [], [], ["car#0", "flat#0"], false),
    ];

    private static IReadOnlyList<PathResult> Paths() =>
    [
        new("car#0", "largest least amount", [new AssetPath(["OUTSIDE", "X"], [new PathHop("money", "OUTSIDE", "X", 1, 200 * Million, 200 * Million, new Day(2))], 150 * Million, "KZT", new Day(3), 0, [])], 1, 1),
    ];

    private static OwnershipResult Owners() => new("P1", new Day(9), [new OwnerShare("P1", "Damir Ospan", 1, 1, [])], 0, 0, false, []);

    private static Assessment Assessed(string target) => new(target, "own-first", "KZ-CC48/1", "2026.1", new Ratio(50, 150), new Ratio(50, 150),
        new SupportResult(.5, 50 * Million, .65, .82, "13/20", 0, 0, .72, 1, 4, [.9, .72]), "T1",
        [
            new TierResult("T1", "pass", [new GateResult("CO-1", "pass", ".6", "at least .4", "")]),
            new TierResult("T3", "fail", [new GateResult("CG-2", "missing", "open", "done", "test the explanation X1", "AE"), new GateResult("EQ-3", "fail", "0", "1", "ask BB to release SEALED-2", "BB")]),
        ],
        [new IndicatorValue("CO-1", "Offence status", .6, ".6", "indictment", ["A1"]), new IndicatorValue("EQ-3", "Use permission", null, "n/a", "SEALED-2 may not be used", ["SEALED-2", "E-1"])],
        [new ElementOpinion("proceeds:S/2", .9, 0, .1, "C1", ["E-1"], []), new ElementOpinion("link:S/3", .72, .05, .23, "C2", ["E-1", "SEALED-2"], [])],
        [new EvidenceWeight("E-1", "R1", "AE", "B2", .85, .85, true, "", "certified", "court"), new EvidenceWeight("SEALED-2", "R1", "BB", "B1", null, null, false, "intelligence only", "", "intelligence")],
        [new WithoutRow("item", "E-1", 0, .65, "T0", ["link:S/3"]), new WithoutRow("item", "SEALED-2", .65, 0, "T1", [])], []);

    private static IReadOnlyList<RuleDescription> Rules() =>
    [
        new("fifo", "First in, first out", "A debit takes the parcels in the order in which they arrived.", ["Clayton's Case (1816)"], true),
        new("lifo", "Last in, first out", "A debit takes the newest parcel first.", [], true),
        new("rolling", "Rolling pro rata", "A debit takes from every owner in proportion to the balance.", ["Barlow Clowes"], true),
        new("own-first", "Own money first", "A debit takes free money first; claims stay in the account as long as they can.", ["Re Hallett's Estate (1880)", "Roscoe v Winder [1915]"], true),
        new("proceeds-first", "Proceeds first", "A debit takes claims first.", ["United States v Banco Cafetero (1986)"], true),
    ];
}

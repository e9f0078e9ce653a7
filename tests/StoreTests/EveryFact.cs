namespace FinInvest.Graph.StoreTests;

/// <summary>One fact of each kind with every member set, and one with the optional ones left out where that differs.</summary>
internal static class EveryFact
{
    private static readonly Day Some = Day.Of(2023, 4, 5);
    private static readonly RowReference ById = new("S2/118");
    private static readonly RowReference ByAmount = new("", "KZ0001", Some, -5_000);

    public static IReadOnlyList<IFact> All { get; } =
    [
        new Account("KZ0001", "KZT", "Банк «Сынақ»", "KZ", "KZ86125KZT5004100100", "Ағымдағы шот", false),
        new Account("KZ0002", "KZT"),
        new AccountHolder("H1", "KZ0001", "P1", "signatory", Some, Day.None),
        new AccountHolder("H2", "KZ0001", "P1"),
        new Act("A1", "Invented act", "189", "indictment", Some, Day.None),
        new Act("A2", "Act without days"),
        new Asset("X1", "Пәтер", "KZT", "real estate", "P1", "KZ", long.MaxValue, Some, 7),
        new AssetSale("L1", "X1", 0, ByAmount),
        new AssetSale("L2", "X1", 1, null),
        new CaseHeader("C1", "2023/17", "Whence?", "Invented Expert", Some, [new Currency("KZT", 2), new Currency("BTC", 8)], "intelligence", "KZ-2023"),
        new CoordinationLink("K1", [ById, ByAmount], ["X1#0"], "loan repaid"),
        new CostLine("CL1", "X1", 0, "price", ById, 100, Some),
        new CostLine("CL2", "X1", 0, "loan", null, null, Day.None),
        new DocumentGrade("G1", "3f9a1c", "R1", "DE", "B2", ["court", "intelligence"], Some, ["certified"], ["apostille"], "Q1", "text \"quoted\" \\ / \u0001"),
        new DocumentGrade("G2", "bank.csv"),
        new Episode("E1", "A1", "V1", "KZT", -1, Some, "Эпизод"),
        new EvidenceItem("I1", "R1", "DE", "2", ["kind:*"], ["act:A1"], ["court"], Some, ["certified"], [], "3f9a1c", "Q1", "text"),
        new EvidenceItem("I2", "R1", "", "", [], [], []),
        new Explanation("Y1", "X1", "a gift", "tested_fails", "I1"),
        new OtherClaimant("O1", ById, "Invented Claimant"),
        new OwnershipInterest("W1", "P1", "P2", new Share(0.25m, 0.5m), "votes", false, Some, Some),
        new OwnershipInterest("W2", "P1", "P2", Share.Exact(0.3333333333333333333333333333m)),
        new Party("P1", "Әлі Үлгі", "person", "000101500017", "KZ", "subject", "5299000J2N45DDNE4Y28", "2000-01-01"),
        new Proceeds("PR1", "E1", ById, 5, Some),
        new Proceeds("PR2", "E1", null),
        new RecordedFact("RF1", "CG-2", "X1", "yes", "value", "I1", "text"),
        new ReferenceRate("RR1", "EUR", long.MaxValue, 1),
        new Relation("RE1", "P1", "P2", "spouse", "text"),
        new Reversal("RV1", ById, ByAmount, 3),
        new RootSource("R1", "Invented Bank", "A", "KZ"),
        new Statement("S1", "KZ0001", Some, Some, null, long.MinValue, false, 12),
        new Statement("S2", "KZ0001", new Day(0), Day.None, 0, null),
    ];
}

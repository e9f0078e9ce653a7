using System.Globalization;
using FinInvest.Graph.Assess;
using FinInvest.Graph.Assess.Profiles;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace;

namespace FinInvest.Graph.Tests.Assess;

/// <summary>
/// A worked case for indicators and tiers as text, so that a page of docs/indicators can hold one and a test can run it. First the ledger of
/// <see cref="CaseText"/> (rows are S/1, S/2 ...; the act is A), then after a line "---" one fact a line:
/// <code>
/// source BANK B                                   root source and reliability
/// item I1 BANK 2 AE supports=statement:S;act:* contradicts= permit=court missing=certified until=30 confirmed=BANK
/// grade B2 KZ                                     grade of the one document all rows come from ("grade B2 KZ none": no use recorded)
/// act A indictment | party p subject | holder X p | asset car p | fact CG-2 car yes I1 | explanation E1 car open
/// decide relied I1 no | decide contradiction Z resolved I1 | owner p .5 .75 | floor 40 | rule fifo | target car#0 | theta 1 | purpose intelligence
/// </code>
/// </summary>
internal sealed class WorkedAssessment
{
    private readonly List<IFact> facts = [];
    private readonly List<Decision> decisions = [];
    private readonly Dictionary<string, string> settings = new(StringComparer.Ordinal) { ["rule"] = "own-first", ["purpose"] = "court", ["coverage"] = "Reconciled" };
    private readonly List<OwnerShare> owners = [];
    private readonly string ledger;

    private WorkedAssessment(string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("---\n");
        ledger = parts[0];
        foreach (var line in parts.Length < 2 ? [] : parts[1].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public static Assessment Assess(string text) => Assessor.Assess(Request(text));

    public static AssessRequest Request(string text) => new WorkedAssessment(text).Build();

    private AssessRequest Build()
    {
        var money = CaseText.Parse(ledger, Enum.Parse<AccountCoverage>(settings["coverage"]));
        facts.Add(new CaseHeader("case", "1", "", "", money.Register.AsOf, [new Currency("KZT", 0)], settings["purpose"]));
        var document = new SourceDocument(Sha256.Of([]), "statement.csv", 0);
        var reconciliation = money with { Facts = new CaseFacts(facts.Select((f, i) => new FactRow(f, Sha256.Of([1]), i + 1)), [document], decisions, new CaseVersion(1, decisions.Count)) };
        var target = settings.GetValueOrDefault("target", money.Register.Acquisitions.Select(a => a.Key).FirstOrDefault() ?? "");
        var options = new TraceOptions(target.StartsWith("balance:", StringComparison.Ordinal) ? [.. money.Register.Acquisitions.Select(a => a.Key), target] : null, WithFlow: true);
        var profile = Profiles.Get("KZ-CC48");
        var rules = profile.Rules.Select(r => Tracer.Run(reconciliation, r, options)).ToList();
        var trace = rules.FirstOrDefault(r => r.Rule == settings["rule"]) ?? Tracer.Run(reconciliation, settings["rule"], options);
        var cost = trace.Targets.First(t => t.Target == target).Cost;
        var bounds = settings.TryGetValue("floor", out var floor)
            ? new BoundsResult(target, "KZT", cost, Long(floor), cost, cost, Long(floor), cost, cost, [], [], [target], false)
            : null;
        var ownership = owners.Count > 0 ? new OwnershipResult(target, reconciliation.Register.AsOf, owners, 0, 0, false, []) : null;
        return new AssessRequest(reconciliation, trace, target, rules, bounds, null, ownership, profile,
            settings.TryGetValue("theta", out var theta) ? double.Parse(theta, CultureInfo.InvariantCulture) : null);
    }

    private void Read(string[] w)
    {
        switch (w[0])
        {
            case "source":
                facts.Add(new RootSource(w[1], w[1], w[2]));
                break;
            case "item":
                facts.Add(Item(w));
                break;
            case "grade":
                facts.Add(new DocumentGrade("statement", "statement.csv", "", w[2], w[1], w.Length > 3 ? [] : ["court"]));
                break;
            case "act":
                facts.Add(new Act(w[1], w[1], "", w.Length > 2 ? w[2] : ""));
                break;
            case "party":
                facts.Add(new Party(w[1], w[1], "person", Role: w.Length > 2 ? w[2] : ""));
                break;
            case "holder":
                facts.Add(new AccountHolder("h" + w[1], w[1], w[2]));
                break;
            case "asset":
                facts.Add(new Asset(w[1], w[1], "KZT", Holder: w.Length > 2 ? w[2] : ""));
                break;
            case "fact":
                facts.Add(new RecordedFact("f" + facts.Count.ToString(CultureInfo.InvariantCulture), w[1], w[2] == "case" ? "" : w[2], w[3], Item: w.Length > 4 ? w[4] : ""));
                break;
            case "explanation":
                facts.Add(new Explanation(w[1], w[2], "a loan", w[3], w.Length > 4 ? w[4] : ""));
                break;
            case "decide":
                decisions.Add(new Decision(decisions.Count + 1, w[1], w[2], w[3], "an investigator", new Day(1), "as stated", w.Length > 4 ? w[4] : ""));
                break;
            case "owner":
                owners.Add(new OwnerShare(w[1], w[1], Double(w[2]), Double(w[^1]), []));
                break;
            default:
                settings[w[0]] = w[1];
                break;
        }
    }

    private static EvidenceItem Item(string[] w)
    {
        var named = w.Skip(5).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        string[] List(string name) => named.TryGetValue(name, out var text) ? text.Split(';', StringSplitOptions.RemoveEmptyEntries) : [];
        return new EvidenceItem(w[1], w[2], w[4] == "-" ? "" : w[4], w[3], List("supports"), List("contradicts"), named.ContainsKey("permit") ? List("permit") : ["court"],
            named.TryGetValue("until", out var until) ? new Day((int)Long(until)) : null, [], List("missing"), ConfirmedBy: named.GetValueOrDefault("confirmed", ""));
    }

    private static long Long(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

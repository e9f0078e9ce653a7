using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Paths;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Paths;

/// <summary>Every sentence of definitions F as one worked case: the ledger, the facts beside it, what is asked, and what must be answered.</summary>
public class DefinitionsFTests
{
    private static readonly PathOptions Amount = new();
    private static readonly PathOptions Steps = new() { Key = "steps" };

    /// <summary>Sentence, what makes its case, the target, the question, the paths in order, and what the answer says of what it left out.</summary>
    private static readonly Dictionary<string, Statement> Statements = new(StringComparer.Ordinal)
    {
        ["F1 moments exist, each inside its record's interval and none before the one before it"] =
            new(() => OnOneDay("+X 100 K\nX>Y 60\nY>Z 60", 9, null, 16), "balance:Z", Amount, ["X Y Z"]),
        ["F1 each neighbour may fit and the whole not: the moment reached is carried on"] =
            new(() => OnOneDay("+X 100 K\nX>Y 60\nY>Z 60", 15, null, 10), "balance:Z", Amount, []),
        ["F1 a day without an instant fits around the instants of its day"] =
            new(() => OnOneDay("+X 100 K\nX>Y 60\nY>Z 60", null, 10, null), "balance:Z", Amount, ["X Y Z"]),
        ["F1 in statement mode the hops' positions increase too"] =
            new(() => OnOneDay("+X 100 own\nX>Y 60\n+X 100 K\nX>Z 40", null, null, null, null), "balance:Y", Amount, []),
        ["F1 inside a window without order of time the same hops are paths, and the answer says so"] =
            new(() => OnOneDay("+X 100 own\nX>Y 60\n+X 100 K\nX>Z 40", null, null, null, null), "balance:Y", new() { OrderWindow = true }, ["X Y"], "Paths inside a window, without order of time"),
        ["F2 no account twice"] = new(() => Of("+X 100 K\nX>Y 50\nY>X 50\nX>Z 100"), "balance:Z", Amount, ["X Z"]),
        ["F2 accounts of one party are different accounts"] =
            new(() => Of("+X 100 K\nX>Y 60\nY>Z 50", new AccountHolder("1", "X", "P"), new AccountHolder("2", "Y", "P"), new AccountHolder("3", "Z", "P")), "balance:Z", Amount, ["X Y Z"]),
        ["F2 no party node twice"] =
            new(() => Of("+X 100 K\nX>Y 60", new AccountHolder("1", "X", "P"), new AccountHolder("2", "Y", "P")), "P", Steps with { From = "party:P" }, []),
        ["F2 simple in accounts drops the second condition"] =
            new(() => Of("+X 100 K\nX>Y 60", new AccountHolder("1", "X", "P"), new AccountHolder("2", "Y", "P")), "P", Steps with { From = "party:P", SimpleAccounts = true }, ["P X P", "P Y P", "P X Y P"]),
        ["F2 three parallel transfers on four hops are one path and 81 chains"] =
            new(() => Of("+A 999 K\n" + string.Join('\n', "ABCD".SelectMany(a => Enumerable.Range(0, 3).Select(i => $"{a}>{(char)(a + 1)} {90 + i}")))), "balance:E", Amount, ["A B C D E (80 others)"]),
        ["F2 the best chain of a path is the one that is shown"] = new(() => Of("+X 100 K\nX>Y 20\nX>Y 35\nX>Y 30"), "balance:Y", Amount, ["X Y (2 others) day 3"]),
        ["F2 the key comes first"] = new(() => Of("+X 100 K\nX>A 40\nX>B 30\nA>C 40\nC>Z 40\nB>Z 30"), "balance:Z", Amount, ["X A C Z", "X B Z"]),
        ["F2 then the hops"] = new(() => Of("+X 100 K\nX>A 30\nX>B 30\nA>C 30\nC>Z 30\nB>Z 30"), "balance:Z", Amount, ["X B Z", "X A C Z"]),
        ["F2 then the transfers in the order of the ledger"] = new(() => Of("+X 100 K\nX>B 30\nX>A 30\nA>Z 30\nB>Z 30"), "balance:Z", Amount, ["X B Z", "X A Z"]),
        ["F2 all that tie at place k are listed"] =
            new(() => Of("+X 100 K\nX>A 30\nX>B 30\nX>C 30\nA>Z 30\nB>Z 30\nC>Z 30"), "balance:Z", Amount with { K = 1 }, ["X A Z", "X B Z", "X C Z"]),
        ["F2 up to a named cap"] =
            new(() => Of("+X 100 K\nX>A 30\nX>B 30\nX>C 30\nA>Z 30\nB>Z 30\nC>Z 30"), "balance:Z", Amount with { K = 1, TiesMax = 1 }, ["X A Z", "X B Z"], "2 of 3"),
        ["F2 a path through an account that was empty in between is a path, flagged U = 0"] =
            new(() => Of("+X 100 K\n-X 100\n+X 50 own\n-X 50 car"), "car#0", Amount, ["X car#0 U = 0: account X was empty in between."]),
        ["F2 with a largest gap the search is exact inside its work"] =
            new(() => Of("+X 100 K\nX>Y 60\nX>A 30\nA>Y 30\nY>Z 60"), "balance:Z", Amount with { GapDaysMax = 2 }, ["X A Y Z"]),
        ["F2 and says n of N beyond it"] =
            new(() => Of("+X 100 K\nX>Y 60\nX>A 30\nA>Y 30\nY>Z 60"), "balance:Z", Amount with { GapDaysMax = 2, WorkMax = 1 }, [], "The search gave up after 1 arcs"),
        ["F3 holder, interest and control hops stand before the first money hop or after the last"] =
            new(() => Of("+X 100 K\nX>Y 60", new AccountHolder("1", "X", "C"), new OwnershipInterest("2", "P", "C", Share.Exact(.6m)), new AccountHolder("3", "Y", "Q")), "Q", Steps with { From = "party:P" }, ["P C X Y Q"]),
        ["F3 a link needs from at most the moment that keeps the order"] = new(() => Of("+X 100 K\nX>Y 60", new AccountHolder("1", "X", "P", From: new Day(3))), "balance:Y", Steps with { From = "party:P" }, []),
        ["F3 and to after it: the last day does not count"] = new(() => Of("+X 100 K\nX>Y 60", new AccountHolder("1", "X", "P", From: new Day(2), To: new Day(2))), "balance:Y", Steps with { From = "party:P" }, []),
        ["F3 the last link holds at the as-of date"] = new(() => Of("+X 100 K\nX>Y 60", new AccountHolder("1", "Y", "P", To: new Day(3))), "P", Steps, []),
        ["F3 an earlier one at its moment"] =
            new(() => Of("+X 100 K\nX>Y 60", new AccountHolder("1", "Y", "C", To: new Day(3)), new OwnershipInterest("2", "P", "C", Share.Exact(1), From: new Day(2))), "P", Steps, ["X Y C P"]),
        ["F3 links are usable both ways, have no amount and count as steps"] =
            new(() => Of("+X 100 K\nX>Y 60\nX>Z 10", new AccountHolder("1", "Y", "P"), new AccountHolder("2", "Z", "C"), new OwnershipInterest("3", "P", "C", Share.Exact(1))), "P", Steps, ["X Y P", "X Z C P"]),
        ["F3 a holder between two money hops makes an association path, never ranked with the others"] =
            new(() => Of("+X 100 K\nX>Y 60\n+Z 55 own\n-Z 50 car", new AccountHolder("1", "Y", "P"), new AccountHolder("2", "Z", "P")), "car#0", Amount with { LeadsMax = 9 }, ["lead X Y P Z car#0"]),
    };

    public static TheoryData<string> Sentences => [.. Statements.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_sentence_holds(string sentence)
    {
        var s = Statements[sentence];
        var answer = PathFinder.Find(s.Make(), s.Target, s.Options);
        Assert.Equal(s.Paths, [.. answer.Paths.Zip(s.Paths.Concat(Enumerable.Repeat("", answer.Paths.Count)), (p, wanted) => Told(p, wanted)), .. (answer.Leads ?? []).Select(l => "lead " + string.Join(' ', l.Accounts))]);
        Assert.Contains(s.Says, answer.Cut, StringComparison.Ordinal);
    }

    /// <summary>The accounts, and what else the case says of a path.</summary>
    private static string Told(AssetPath path, string wanted)
    {
        var told = string.Join(' ', path.Accounts);
        told += wanted.Contains("others", StringComparison.Ordinal) ? $" ({path.OtherChains} others)" : "";
        told += wanted.Contains(" day ", StringComparison.Ordinal) ? $" day {path.Arrival.Number}" : "";
        return told + (wanted.Contains("U = 0", StringComparison.Ordinal) ? " " + string.Join(' ', path.Notes) : "");
    }

    private static Reconciliation Of(string text, params IFact[] facts) => TiedLedger.Make(text, facts);

    /// <summary>All movements on one day, in the statement's order, some with an hour.</summary>
    private static Reconciliation OnOneDay(string text, params int?[] hours)
    {
        var parsed = CaseText.Parse(text);
        var (from, draft) = (parsed.Ledger, new LedgerDraft());
        foreach (var account in from.Accounts.Skip(1))
        {
            draft.AddAccount(account);
        }

        for (var m = 0; m < from.Count; m++)
        {
            var instant = hours[m] is { } hour ? LedgerDay + (hour * 3_600_000L) : Instant.None;
            draft.Add(from.Kind[m], from.Debited[m], from.Credited[m], from.DebitMinor[m], from.CreditMinor[m], new Day(1), new Day(1), from.Flags[m], instant, instant, from.RowsOf(m));
        }

        return parsed with { Ledger = draft.BuildInOrder() };
    }

    private const long LedgerDay = 86_400_000;

    private sealed record Statement(Func<Reconciliation> Make, string Target, PathOptions Options, IReadOnlyList<string> Paths, string Says = "");
}

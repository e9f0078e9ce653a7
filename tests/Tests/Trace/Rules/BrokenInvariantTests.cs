using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Provenance;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>A ledger that makes money out of nothing stops every conserving rule at the movement, with its rows named; no figure comes out.</summary>
public class BrokenInvariantTests
{
    public static TheoryData<string> Rules => [.. RuleCatalogue.All.Where(r => r.Conserving).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void More_arrives_than_was_sent(string rule) => AssertStopped(rule, (MovementKind.Transfer, 1, 2, 100, 120), 0);

    [Theory]
    [MemberData(nameof(Rules))]
    public void More_leaves_at_a_gap_than_was_there(string rule) => AssertStopped(rule, (MovementKind.GapOut, 1, LedgerAccount.Outside, 130, 130), 0);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_cost_line_takes_more_than_was_paid(string rule) => AssertStopped(rule, (MovementKind.Transfer, 1, LedgerAccount.Outside, 80, 80), 90);

    private static void AssertStopped(string rule, (MovementKind Kind, int From, int To, long Debit, long Credit) broken, long costLine)
    {
        var draft = new LedgerDraft();
        foreach (var id in new[] { "X", "Y" })
        {
            draft.AddAccount(new LedgerAccount(id, "KZT", AccountCoverage.Reconciled, [], new Day(100)));
        }

        var owners = new OwnerTable([], [new Claim("A", "V")]);
        var claim = draft.Add(MovementKind.Transfer, LedgerAccount.Outside, 1, 60, 60, new Day(1), new Day(1), rows: new RowKey(Sha256.Of([]), "S", 1));
        draft.Add(MovementKind.Transfer, LedgerAccount.Outside, 1, 40, 40, new Day(2), new Day(2), rows: new RowKey(Sha256.Of([]), "S", 2));
        var at = draft.Add(broken.Kind, broken.From, broken.To, broken.Debit, broken.Credit, new Day(3), new Day(3), rows: new RowKey(Sha256.Of([]), "S", 3));
        var register = new Register
        {
            Owners = owners,
            Claims = [new ClaimMark(claim, owners.FirstClaim, 60, "E", "p")],
            Acquisitions = costLine == 0 ? [] : [new Acquisition("car", 0, "KZT", [new AcquisitionLine(at, "price", costLine, new Day(3), "c")])],
            AsOf = new Day(100),
        };
        var reconciliation = new Reconciliation(draft.BuildInOrder(), register, new CaseFacts([], [], [], default), [], [], [], [], []);
        var fault = Assert.Throws<InvalidOperationException>(() => Tracer.Run(reconciliation, rule, new TraceOptions()));
        Assert.Contains($"Rule {rule} does not balance at movement 2 (", fault.Message, StringComparison.Ordinal);
        Assert.Contains("/S/3", fault.Message, StringComparison.Ordinal);
    }
}

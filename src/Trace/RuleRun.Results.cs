using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>What a run hands on: targets, closing compositions, claims, running ledgers; and the last check of the books.</summary>
internal sealed partial class RuleRun
{
    private const string BalancePrefix = "balance:";
    private readonly RunningLedgerWriter?[] rows;

    /// <summary>Accounts whose coverage ends before the as-of date: what they held just before they left (definitions A7).</summary>
    private readonly (long Balance, long Debt, List<OwnedLot> Lots)?[] closedAt;

    private TraceResult Result()
    {
        var closing = new List<AccountComposition>();
        for (var a = 1; a < ledger.Accounts.Count; a++)
        {
            var account = ledger.Accounts[a];
            if (account.Coverage != AccountCoverage.External)
            {
                var at = closedAt[a] ?? Snapshot(a);
                closing.Add(new AccountComposition(account.Id, account.Currency, account.StatedAsOf, at.Balance, at.Debt, Owned(at.Lots)));
            }
        }

        var targets = options.Targets ?? [.. register.Acquisitions.Select(a => a.Key)];
        return new TraceResult(rule.Id, "statement", rule.Conserving, [.. targets.Select(Target)], closing, Claims(), [.. rows.Where(r => r is not null).Select(r => r!.Ledger)]);
    }

    private TargetTrace Target(string name)
    {
        if (name.StartsWith(BalancePrefix, StringComparison.Ordinal))
        {
            return BalanceTarget(name);
        }

        var holding = holdings.FirstOrDefault(h => h.Acquisition.Key == name) ?? throw new ArgumentException($"There is no acquisition \"{name}\" in this case.");
        var paid = new List<OwnedLot>();
        for (var owner = 0; owner < owners.Count; owner++)
        {
            if (holding.Paid[owner] > 0)
            {
                paid.Add(new OwnedLot(owner, holding.Paid[owner], holding.PaidOrigin[owner], FlowLog.Unknown));
            }
        }

        var (traced, origin) = Scored(paid);
        var held = Owned(Lots(holding.Held));
        var bought = Owned(paid);
        var arcs = holding.Arcs.Where(a => IsScored(a.Owner)).Select(a => (a.From, a.Minor, a.Hop)).ToList();
        return new TargetTrace(name, holding.Acquisition.Currency, holding.Acquisition.Cost, traced, origin, bought, held.SequenceEqual(bought) ? null : held,
            flow is null ? null : FlowPruner.Prune(flow, arcs));
    }

    private TargetTrace BalanceTarget(string name)
    {
        var a = ledger.AccountIndex(name[BalancePrefix.Length..]);
        if (a < 1)
        {
            throw new ArgumentException($"There is no account \"{name[BalancePrefix.Length..]}\" in this case.");
        }

        var (balance, _, lots) = closedAt[a] ?? Snapshot(a);
        var (traced, origin) = Scored(lots);
        var arcs = lots.Where(l => IsScored(l.Owner)).Select(l => (l.Node, l.Minor, FlowLog.NoHop)).ToList();
        return new TargetTrace(name, ledger.Accounts[a].Currency, balance, traced, origin, Owned(lots), null, flow is null ? null : FlowPruner.Prune(flow, arcs));
    }

    private (long Traced, long Origin) Scored(List<OwnedLot> lots) =>
        (lots.Where(l => IsScored(l.Owner)).Sum(l => l.Minor), lots.Where(l => IsScored(l.Owner)).Sum(l => l.Origin));

    private bool IsScored(int owner) =>
        owner >= owners.FirstClaim && (options.ScoredActs is null || options.ScoredActs.Contains(owners.Claims[owner - owners.FirstClaim].Act));

    private (long Balance, long Debt, List<OwnedLot> Lots) Snapshot(int account)
    {
        var all = new Portion(owners.Count, owners.FirstClaim, false, flow, split);
        funds.Copy(account, all);
        all.Seal();
        return (all.Total, debt[account], Lots(all));
    }

    private static List<OwnedLot> Lots(Portion portion)
    {
        var lots = new List<OwnedLot>(portion.Count);
        for (var i = 0; i < portion.Count; i++)
        {
            lots.Add(new OwnedLot(portion.Owners[i], portion.Minors[i], portion.Origins[i], portion.Nodes[i]));
        }

        return lots;
    }

    private List<OwnedAmount> Owned(List<OwnedLot> lots) => [.. lots.Select(l => new OwnedAmount(owners.Labels[l.Owner], owners.ClassOf(l.Owner), l.Minor, l.Origin))];

    private List<ClaimTotal> Claims()
    {
        var established = new EstablishedProceeds(ledger, register);
        var totals = new List<ClaimTotal>();
        for (var owner = owners.FirstClaim; owner < owners.Count; owner++)
        {
            totals.AddRange(established.Of(owner).Select(c => new ClaimTotal(owners.Labels[owner], c.Currency, c.Minor, newlyLabelled.GetValueOrDefault((owner, c.Currency)))));
        }

        return totals;
    }

    private RunningLedgerWriter?[] Wanted(IReadOnlyList<string> names)
    {
        var wanted = new RunningLedgerWriter?[ledger.Accounts.Count];
        foreach (var name in names)
        {
            var a = ledger.AccountIndex(name);
            if (a < 1)
            {
                throw new ArgumentException($"There is no account \"{name}\" in this case.");
            }

            wanted[a] = new RunningLedgerWriter(ledger, owners, a);
        }

        return wanted;
    }

    /// <summary>What came in, less what left, must be what accounts, assets and transit still hold.</summary>
    private void AssertBalanced()
    {
        hand.Clear();
        for (var a = 0; a < ledger.Accounts.Count; a++)
        {
            funds.Empty(a, hand);
            books.Out(hand);
        }

        foreach (var holding in holdings)
        {
            books.Out(holding.Held);
        }

        books.AssertNothingLeft(owners.Labels, rule.Id);
    }

    /// <summary>An owner's part of a composition, with its flow node.</summary>
    private readonly record struct OwnedLot(int Owner, long Minor, long Origin, int Node);
}

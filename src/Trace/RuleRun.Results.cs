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

    private readonly ClosingColumns closings;
    private readonly Portion all;

    private TraceResult Result()
    {
        var stated = new List<int>();
        for (var a = 1; a < ledger.Accounts.Count; a++)
        {
            if (ledger.Accounts[a].Coverage != AccountCoverage.External)
            {
                stated.Add(a);
                if (!closings.Has(a))
                {
                    Close(a);
                }
            }
        }

        var closing = new ClosingCompositions(ledger, owners, closings, [.. stated]);
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
        var paid = new List<Lot>();
        for (var owner = 0; owner < owners.Count; owner++)
        {
            if (holding.Paid[owner] > 0)
            {
                paid.Add(new Lot { Owner = owner, Minor = holding.Paid[owner], Origin = holding.PaidOrigin[owner] });
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

        if (!closings.Has(a))
        {
            Close(a);
        }

        var lots = closings.Of(a).ToArray();
        var (traced, origin) = Scored(lots);
        var arcs = lots.Where(l => IsScored(l.Owner)).Select(l => (l.Node, l.Minor, FlowLog.NoHop)).ToList();
        return new TargetTrace(name, ledger.Accounts[a].Currency, lots.Sum(l => l.Minor), traced, origin, Owned(lots), null, flow is null ? null : FlowPruner.Prune(flow, arcs));
    }

    private (long Traced, long Origin) Scored(IReadOnlyList<Lot> lots) =>
        (lots.Where(l => IsScored(l.Owner)).Sum(l => l.Minor), lots.Where(l => IsScored(l.Owner)).Sum(l => l.Origin));

    private bool IsScored(int owner) =>
        owner >= owners.FirstClaim && (options.ScoredActs is null || options.ScoredActs.Contains(owners.Claims[owner - owners.FirstClaim].Act));

    /// <summary>States what an account holds and owes now.</summary>
    private void Close(int account)
    {
        all.Clear();
        funds.Copy(account, all);
        all.Seal();
        closings.Close(account, all, funds[account].Debt);
    }

    private static Lot[] Lots(Portion portion)
    {
        var lots = new Lot[portion.Count];
        portion.CopyTo(lots);
        return lots;
    }

    private List<OwnedAmount> Owned(IReadOnlyList<Lot> lots) => [.. lots.Select(l => new OwnedAmount(owners.Labels[l.Owner], owners.ClassOf(l.Owner), l.Minor, l.Origin))];

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
        for (var a = 0; a < ledger.Accounts.Count; a++)
        {
            if (!Foots(a))
            {
                throw new InvalidOperationException($"Rule {rule.Id} does not balance on account {ledger.Accounts[a].Id}: holdings {funds[a].Balance}, debt {funds[a].Debt}, running balance {funds[a].Running}.");
            }
        }

        funds.CountOut(books);
        foreach (var holding in holdings)
        {
            books.Out(holding.Held);
        }

        books.AssertNothingLeft(owners.Labels, rule.Id);
    }
}

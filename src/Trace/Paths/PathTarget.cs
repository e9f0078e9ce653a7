using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>What a path may end at: the cost lines of an acquisition, or an account's closing balance.</summary>
/// <param name="Movements">Movement of each end by its id; -1 for a balance.</param>
/// <param name="Chains">Links after the money by end id, all of one length; empty for a target that money itself reaches.</param>
internal sealed record PathTarget(string Name, string Currency, IReadOnlyList<PathEnd> Ends, IReadOnlyList<int> Movements, IReadOnlyList<LinkChain> Chains)
{
    /// <summary>Number of links after the money.</summary>
    public int LinkCount => Chains.Count == 0 ? 0 : Chains[0].Hops.Count;

    private const string Balance = "balance:";

    /// <summary>
    /// The targets of a name: one, or for a party, company or asset that accounts lead to by links one for each number of links.
    /// Empty for an unknown target, with the sentence as the first note.
    /// </summary>
    public static IReadOnlyList<PathTarget> All(PathIndex index, string target, PathOptions options, List<string> notes)
    {
        if (!target.StartsWith(Balance, StringComparison.Ordinal) && !index.Register.Acquisitions.Any(a => a.Key == target)
            && index.Chains.Trailing(target, index.Register.AsOf, options.LinksMax) is { Count: > 0 } chains)
        {
            notes.Add($"{target} is reached by holders and interests at the as-of date: what money did after its last account is not followed.");
            return [.. chains.GroupBy(c => c.Hops.Count).OrderBy(g => g.Key).Select(g => Linked(index, target, [.. g]))];
        }

        return Find(index, target, options, notes) is { } found ? [found] : [];
    }

    private static PathTarget Linked(PathIndex index, string target, List<LinkChain> chains)
        => new(target, index.Ledger.Accounts[chains[0].Account].Currency, [.. chains.Select((c, i) => Closing(index, c.Account, i, c.Moment))], [.. chains.Select(_ => -1)], chains);

    private static PathEnd Closing(PathIndex index, int account, int id, long last = long.MaxValue) => new(account, index.ClosingPlace(account), long.MaxValue, new TimeInterval(long.MinValue, last), id);

    /// <summary>Null for an unknown target, with the sentence as the first note.</summary>
    private static PathTarget? Find(PathIndex index, string target, PathOptions options, List<string> notes)
    {
        var ledger = index.Ledger;
        if (target.StartsWith(Balance, StringComparison.Ordinal))
        {
            var account = ledger.AccountIndex(target[Balance.Length..]);
            if (account < 0)
            {
                notes.Add($"There is no account {target[Balance.Length..]} on the ledger.");
                return null;
            }

            return new PathTarget(target, ledger.Accounts[account].Currency, [Closing(index, account, 0)], [-1], []);
        }

        var acquisition = index.Register.Acquisitions.FirstOrDefault(a => a.Key == target);
        if (acquisition is null)
        {
            notes.Add($"There is no target {target}: give an acquisition such as X0#0, balance:ACCOUNT, or a party, company or asset that accounts are tied to.");
            return null;
        }

        var ends = new List<PathEnd>();
        var movements = new List<int>();
        foreach (var lines in acquisition.Lines.Where(l => l.Movement >= 0).GroupBy(l => l.Movement).OrderBy(g => g.Key))
        {
            var m = lines.Key;
            var account = ledger.Debited[m];
            if (account == LedgerAccount.Outside)
            {
                notes.Add("A cost line was paid from OUTSIDE: no path can end there.");
                continue;
            }

            var time = LedgerTimes.Debit(ledger, m);
            if (!options.Admits(ledger.DebitDay[m], time))
            {
                continue;
            }

            ends.Add(new PathEnd(account, ledger.Position[m * 2], index.Weighted is { } belief ? PathIndex.Belief(belief[m]) : Paid(index, m, lines, acquisition.Currency), time, movements.Count));
            movements.Add(m);
        }

        return new PathTarget(target, acquisition.Currency, ends, movements, []);
    }

    /// <summary>What of a payment went into the cost lines, on the scale.</summary>
    private static long Paid(PathIndex index, int movement, IEnumerable<AcquisitionLine> lines, string currency)
    {
        var ledger = index.Ledger;
        var account = ledger.Accounts[ledger.Debited[movement]].Currency;
        var whole = index.Scale.Of(ledger.DebitMinor[movement], account);
        return account == currency ? Math.Min(whole, index.Scale.Of(lines.Sum(l => l.Minor), currency)) : whole;
    }
}

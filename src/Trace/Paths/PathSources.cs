using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>Where paths begin: the credits named as proceeds, an account, or a party with what links it to accounts.</summary>
internal static class PathSources
{
    private const string Account = "account:";
    private const string Party = "party:";

    /// <returns>One set, or for a party one for each number of links.</returns>
    public static IReadOnlyList<StartSet> Find(PathIndex index, PathOptions options, List<string> notes)
    {
        var ledger = index.Ledger;
        if (options.From is { } party && party.StartsWith(Party, StringComparison.Ordinal))
        {
            return Linked(index, party[Party.Length..], options, notes);
        }

        if (options.From is { } from && from.StartsWith(Account, StringComparison.Ordinal))
        {
            var account = ledger.AccountIndex(from[Account.Length..]);
            if (account < 0)
            {
                notes.Add($"There is no account {from[Account.Length..]} on the ledger.");
                return [];
            }

            return [new StartSet([new PathStart(account, -1, long.MaxValue, long.MinValue, 0)], [null], [])];
        }

        return Named(index, options, notes);
    }

    /// <summary>A party's accounts, each left when all links to it have held (definitions F3).</summary>
    private static IReadOnlyList<StartSet> Linked(PathIndex index, string party, PathOptions options, List<string> notes)
    {
        var chains = index.Chains.Leading(party, options.LinksMax);
        if (chains.Count == 0)
        {
            notes.Add($"Nothing links {party} to an account on the ledger.");
        }

        return
        [
            .. chains.GroupBy(c => c.Hops.Count).OrderBy(g => g.Key).Select(g => g.ToList())
                .Select(g => new StartSet([.. g.Select((c, i) => new PathStart(c.Account, -1, long.MaxValue, c.Moment, i, IsLinked: true))], [.. g.Select(_ => (ClaimMark?)null)], g)),
        ];
    }

    private static IReadOnlyList<StartSet> Named(PathIndex index, PathOptions options, List<string> notes)
    {
        var ledger = index.Ledger;
        var starts = new List<PathStart>();
        var marks = new List<ClaimMark?>();
        var outside = 0;
        foreach (var mark in index.Register.Claims.Where(c => IsWanted(index.Register, c, options.From)))
        {
            var m = mark.Movement;
            var account = ledger.Credited[m];
            if (account == LedgerAccount.Outside || mark.Minor <= 0)
            {
                outside++;
                continue;
            }

            if (!options.Admits(ledger.CreditDay[m], LedgerTimes.Credit(ledger, m)))
            {
                continue;
            }

            var weight = index.Weighted is { } belief ? PathIndex.Belief(belief[m])
                : index.Scale.Of(Math.Min(mark.Minor, ledger.CreditMinor[m]), ledger.Accounts[account].Currency);
            starts.Add(new PathStart(account, ledger.Position[(m * 2) + 1], weight, LedgerTimes.Credit(ledger, m).Low, marks.Count));
            marks.Add(mark);
        }

        if (outside > 0)
        {
            notes.Add($"{outside} named credits lie in accounts nobody has rows of: no path begins there.");
        }

        if (starts.Count == 0)
        {
            notes.Add(options.From is null ? "No credit is named as proceeds." : $"No credit in question belongs to {options.From}.");
        }

        return [new StartSet(starts, marks, [])];
    }

    private static bool IsWanted(Register register, ClaimMark mark, string? from)
    {
        if (from is null)
        {
            return true;
        }

        var label = register.Owners.Labels[mark.Owner];
        return from == label || from == mark.ProceedsId || from == mark.Episode || label.StartsWith("K:" + from + ":", StringComparison.Ordinal);
    }
}

using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>Where paths begin: the credits named as proceeds, or an account that a person asks about.</summary>
internal static class PathSources
{
    private const string Account = "account:";

    /// <returns>The starts, and the claim mark of each by its id (null for an account).</returns>
    public static (IReadOnlyList<PathStart> Starts, IReadOnlyList<ClaimMark?> Marks) Find(PathIndex index, PathOptions options, List<string> notes)
    {
        var ledger = index.Ledger;
        if (options.From is { } from && from.StartsWith(Account, StringComparison.Ordinal))
        {
            var account = ledger.AccountIndex(from[Account.Length..]);
            if (account < 0)
            {
                notes.Add($"There is no account {from[Account.Length..]} on the ledger.");
                return ([], []);
            }

            return ([new PathStart(account, -1, long.MaxValue, long.MinValue, 0)], [null]);
        }

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

            if (options.Window is { } w && (ledger.CreditDay[m] < w.From.Number || ledger.CreditDay[m] > w.To.Number))
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

        return (starts, marks);
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

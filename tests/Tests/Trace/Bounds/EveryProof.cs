using System.Globalization;
using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>
/// A slow twin of the floor by tier of proof (definitions E7) that takes B2 and H5 at their word: claim money is proved or not, both stay claim money for the
/// rule, so at a credit that is named again what is already a claim counts first and keeps its first name. Every attribution is followed, event by event.
/// </summary>
internal static class EveryProof
{
    /// <returns>The least proved claim money that an asset can have received.</returns>
    public static long Least(Reconciliation r, string asset, Func<FlowHop, bool> proved)
    {
        var ledger = r.Ledger;
        var lines = r.Register.Acquisitions.SelectMany(a => a.Lines.Select(l => (l.Movement, a.Asset))).ToDictionary(l => l.Movement, l => l.Asset);
        var balance = new long[ledger.Accounts.Count];
        var states = new HashSet<string> { Key(new long[(balance.Length * 2) + 3]) };
        foreach (var leg in ledger.Legs)
        {
            var m = leg >> 1;
            var next = new HashSet<string>();
            foreach (var state in states)
            {
                var s = state.Split(' ').Select(v => long.Parse(v, CultureInfo.InvariantCulture)).ToArray();
                if ((leg & 1) == 0)
                {
                    Debit(s, m, next);
                }
                else
                {
                    Credit(s, m, next);
                }
            }

            states = next;
            balance[(leg & 1) == 0 ? ledger.Debited[m] : ledger.Credited[m]] += (leg & 1) == 0 ? -ledger.DebitMinor[m] : ledger.Kind[m] == MovementKind.OpeningDebt ? -ledger.CreditMinor[m] : ledger.CreditMinor[m];
        }

        return states.Min(s => long.Parse(s.Split(' ')[^1], CultureInfo.InvariantCulture));

        // A state is proved and unproved claim money of each account, then of the transfer on its way, then what the asset received.
        void Debit(long[] s, int m, HashSet<string> next)
        {
            var a = ledger.Debited[m];
            var funded = Math.Clamp(balance[a], 0, ledger.DebitMinor[m]);
            var clean = Math.Max(0, balance[a]) - s[a * 2] - s[(a * 2) + 1];
            foreach (var (p, u) in Parts(s[a * 2], s[(a * 2) + 1], funded, clean))
            {
                var t = s.ToArray();
                t[a * 2] -= p;
                t[(a * 2) + 1] -= u;
                if (lines.TryGetValue(m, out var bought))
                {
                    t[^1] += bought == asset && proved(new FlowHop("purchase", m, Target: bought)) ? p : 0;
                }
                else if (ledger.Credited[m] != LedgerAccount.Outside)
                {
                    (t[^3], t[^2]) = (p, u);
                }

                next.Add(Key(t));
            }
        }

        void Credit(long[] s, int m, HashSet<string> next)
        {
            var (a, minor) = (ledger.Credited[m], ledger.CreditMinor[m]);
            if (ledger.Kind[m] == MovementKind.OpeningDebt)
            {
                next.Add(Key(s));
                return;
            }

            var named = r.Register.Claims.Where(c => c.Movement == m).ToList();
            var carries = proved(new FlowHop("transfer", m));
            var sent = ledger.Debited[m] == LedgerAccount.Outside ? minor : ledger.DebitMinor[m];
            foreach (var (p, u) in Parts(s[^3], s[^2], minor, sent - s[^3] - s[^2]))
            {
                var (arrived, doubtful) = carries ? (p, u) : (0, p + u);
                var label = Math.Max(0, Math.Min(minor, named.Sum(c => c.Minor)) - p - u);
                var unproved = named.Where(c => !proved(new FlowHop("proceeds", m, r.Register.Owners.Labels[c.Owner]))).Sum(c => c.Minor);
                for (var without = Math.Max(0, label - named.Sum(c => c.Minor) + unproved); without <= Math.Min(label, unproved); without++)
                {
                    Arrive(s, a, minor, arrived + label - without, doubtful + without, next);
                }
            }
        }

        // Debt is repaid first, by any part of the credit.
        void Arrive(long[] s, int a, long minor, long p, long u, HashSet<string> next)
        {
            var repaid = Math.Min(minor, Math.Max(0, -balance[a]));
            foreach (var (spent, lost) in Parts(p, u, repaid, minor - p - u))
            {
                var t = s.ToArray();
                (t[^3], t[^2]) = (0, 0);
                t[a * 2] += p - spent;
                t[(a * 2) + 1] += u - lost;
                next.Add(Key(t));
            }
        }
    }

    /// <summary>All ways to take a sum out of proved, unproved and clean money.</summary>
    private static IEnumerable<(long Proved, long Unproved)> Parts(long proved, long unproved, long sum, long clean)
    {
        for (var p = 0L; p <= Math.Min(proved, sum); p++)
        {
            for (var u = Math.Max(0, sum - p - clean); u <= Math.Min(unproved, sum - p); u++)
            {
                yield return (p, u);
            }
        }
    }

    private static string Key(long[] state) => string.Join(' ', state);
}

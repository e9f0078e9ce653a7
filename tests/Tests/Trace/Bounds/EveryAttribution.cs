using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>
/// A slow twin of the bounds that knows no network: every way to attribute each debit between criminal and clean money, followed event by event.
/// A state is the criminal money in each account and in the target.
/// </summary>
internal static class EveryAttribution
{
    /// <param name="proved">Whether a hop counts; criminal money that crosses one that does not is clean from there on (definitions E7).</param>
    /// <returns>The least and the most criminal money that the target can have received.</returns>
    public static (long Least, long Most) Of(Reconciliation r, string asset, Func<FlowHop, bool> proved)
    {
        var ledger = r.Ledger;
        var lines = r.Register.Acquisitions.SelectMany(a => a.Lines.Select(l => (l.Movement, a.Asset))).ToDictionary(l => l.Movement, l => l.Asset);
        var balance = new long[ledger.Accounts.Count];
        var states = new HashSet<State> { new([.. balance], 0, 0) };
        foreach (var leg in ledger.Legs)
        {
            var m = leg >> 1;
            states = (leg & 1) == 0 ? Debit(states, balance, m) : Credit(states, balance, m);
        }

        return (states.Min(s => s.Target), states.Max(s => s.Target));

        HashSet<State> Debit(HashSet<State> from, long[] held, int m)
        {
            var a = ledger.Debited[m];
            var minor = ledger.DebitMinor[m];
            var funded = Math.Clamp(held[a], 0, minor);
            var next = new HashSet<State>();
            foreach (var s in from)
            {
                var clean = Math.Max(0, held[a]) - s.Tainted[a];
                for (var taken = Math.Max(0, funded - clean); taken <= Math.Min(funded, s.Tainted[a]); taken++)
                {
                    var rest = With(s.Tainted, a, s.Tainted[a] - taken);
                    if (lines.TryGetValue(m, out var bought))
                    {
                        var counts = bought == asset && proved(new FlowHop("purchase", m, Target: bought));
                        next.Add(new State(rest, s.Target + (counts ? taken : 0), 0));
                    }
                    else
                    {
                        next.Add(new State(rest, s.Target, ledger.Credited[m] == LedgerAccount.Outside ? 0 : taken));
                    }
                }
            }

            held[a] -= minor;
            return next;
        }

        HashSet<State> Credit(HashSet<State> from, long[] held, int m)
        {
            var a = ledger.Credited[m];
            var minor = ledger.CreditMinor[m];
            if (ledger.Kind[m] == MovementKind.OpeningDebt)
            {
                held[a] = -minor;
                return from;
            }

            var named = r.Register.Claims.Where(c => c.Movement == m).ToList();
            var label = Math.Min(minor, named.Sum(c => c.Minor));
            var counted = Math.Min(label, named.Where(c => proved(new FlowHop("proceeds", m, r.Register.Owners.Labels[c.Owner]))).Sum(c => c.Minor));
            var repaid = Math.Min(minor, Math.Max(0, -held[a]));
            var carries = proved(new FlowHop("transfer", m));
            var next = new HashSet<State>();
            foreach (var s in from)
            {
                // What was named leaves the payer's money whatever it was; a fee in transit takes any part of the rest.
                var sent = ledger.Debited[m] == LedgerAccount.Outside ? minor : ledger.DebitMinor[m];
                var unnamed = minor - label;
                var least = Math.Max(0, s.InTransit - (sent - unnamed));
                for (var arrives = least; arrives <= Math.Min(s.InTransit, unnamed); arrives++)
                {
                    var tainted = counted + (carries ? arrives : 0);
                    for (var spent = Math.Max(0, repaid - (minor - tainted)); spent <= Math.Min(repaid, tainted); spent++)
                    {
                        next.Add(new State(With(s.Tainted, a, s.Tainted[a] + tainted - spent), s.Target, 0));
                    }
                }
            }

            held[a] += minor;
            return next;
        }
    }

    private static long[] With(long[] all, int place, long value)
    {
        var copy = all.ToArray();
        copy[place] = value;
        return copy;
    }

    private sealed class State(long[] tainted, long target, long inTransit) : IEquatable<State>
    {
        public long[] Tainted => tainted;
        public long Target => target;
        public long InTransit => inTransit;

        public bool Equals(State? other) => other is not null && Target == other.Target && InTransit == other.InTransit && Tainted.AsSpan().SequenceEqual(other.Tainted);

        public override bool Equals(object? obj) => Equals(obj as State);

        public override int GetHashCode() => Tainted.Aggregate(HashCode.Combine(Target, InTransit), HashCode.Combine);
    }
}

using FinInvest.Graph.Model.Ledgers;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>
/// A slow twin of the bounds that knows no network: every way to attribute each debit between criminal and clean money, followed event by event.
/// A state is the criminal money in each account, in the targets and, where it may come back, in OUTSIDE.
/// </summary>
internal static class EveryAttribution
{
    /// <param name="assets">The set asked about; "balance:ACCOUNT" is what the account holds at the end.</param>
    /// <param name="proved">Whether a hop counts; criminal money that crosses one that does not is clean from there on (definitions E7).</param>
    /// <param name="returning">Whether what went OUTSIDE may come back at any later credit that names no beneficiary, the same day being later (definitions E4).</param>
    /// <returns>The least and the most criminal money that the targets can have received together.</returns>
    public static (long Least, long Most) Of(Reconciliation r, IReadOnlyCollection<string> assets, Func<FlowHop, bool> proved, bool returning = false)
    {
        var ledger = r.Ledger;
        var lines = r.Register.Acquisitions.SelectMany(a => a.Lines.Select(l => (l.Movement, a.Asset))).ToDictionary(l => l.Movement, l => l.Asset);
        var balance = new long[ledger.Accounts.Count];
        var claimants = r.Register.Claimants.Select(c => c.Movement).ToHashSet();
        var states = new HashSet<State> { new([.. balance], 0, 0, 0) };
        var day = int.MinValue;
        foreach (var leg in ledger.Legs)
        {
            var m = leg >> 1;
            var on = (leg & 1) == 0 ? ledger.DebitDay[m] : ledger.CreditDay[m];
            Assert.True(on >= day, "The enumeration needs a ledger in order of days.");
            if (on > day)
            {
                // What came back must have gone out by the end of the day.
                states.RemoveWhere(s => s.Outside < 0);
                day = on;
            }

            states = (leg & 1) == 0 ? Debit(states, balance, m) : Credit(states, balance, m);
        }

        states.RemoveWhere(s => s.Outside < 0);
        var held = assets.Where(a => a.StartsWith("balance:", StringComparison.Ordinal)).Select(a => ledger.AccountIndex(a["balance:".Length..])).ToList();
        return (states.Min(s => s.Target + held.Sum(a => s.Tainted[a])), states.Max(s => s.Target + held.Sum(a => s.Tainted[a])));

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
                        var counts = assets.Contains(bought) && proved(new FlowHop("purchase", m, Target: bought));
                        next.Add(new State(rest, s.Target + (counts ? taken : 0), 0, s.Outside));
                    }
                    else
                    {
                        var leaves = ledger.Credited[m] == LedgerAccount.Outside;
                        next.Add(new State(rest, s.Target, leaves ? 0 : taken, s.Outside + (leaves && returning ? taken : 0)));
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
                var most = Math.Min(s.InTransit, unnamed);
                var comesBack = returning && ledger.Debited[m] == LedgerAccount.Outside && !claimants.Contains(m);
                for (var arrives = comesBack ? 0 : least; arrives <= (comesBack ? Math.Min(unnamed, s.Outside + GoesOut(m)) : most); arrives++)
                {
                    var tainted = counted + (carries ? arrives : 0);
                    for (var spent = Math.Max(0, repaid - (minor - tainted)); spent <= Math.Min(repaid, tainted); spent++)
                    {
                        next.Add(new State(With(s.Tainted, a, s.Tainted[a] + tainted - spent), s.Target, 0, s.Outside - (comesBack ? arrives : 0)));
                    }
                }
            }

            held[a] += minor;
            return next;
        }

        // All that the day's later debits take outside.
        long GoesOut(int m) => ledger.Legs.ToArray().Skip(ledger.Position[(m * 2) + 1])
            .TakeWhile(leg => ((leg & 1) == 0 ? ledger.DebitDay : ledger.CreditDay)[leg >> 1] == ledger.CreditDay[m])
            .Where(leg => (leg & 1) == 0 && ledger.Credited[leg >> 1] == LedgerAccount.Outside && !lines.ContainsKey(leg >> 1)).Sum(leg => ledger.DebitMinor[leg >> 1]);
    }

    private static long[] With(long[] all, int place, long value)
    {
        var copy = all.ToArray();
        copy[place] = value;
        return copy;
    }

    private sealed class State(long[] tainted, long target, long inTransit, long outside) : IEquatable<State>
    {
        public long[] Tainted => tainted;
        public long Target => target;
        public long InTransit => inTransit;

        /// <summary>Criminal money outside; below 0 = it came back before it went out on the same day.</summary>
        public long Outside => outside;

        public bool Equals(State? other) => other is not null && Target == other.Target && InTransit == other.InTransit && Outside == other.Outside && Tainted.AsSpan().SequenceEqual(other.Tainted);

        public override bool Equals(object? obj) => Equals(obj as State);

        public override int GetHashCode() => Tainted.Aggregate(HashCode.Combine(Target, InTransit, Outside), HashCode.Combine);
    }
}

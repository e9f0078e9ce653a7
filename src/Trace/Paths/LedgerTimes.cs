using System.Runtime.CompilerServices;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Network;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>
/// When each leg happened, as an interval in UTC milliseconds (definitions F1): an instant where the bank gave one, else its day.
/// An instant whose UTC day is not the booking day is stretched to touch that day, since days are local to the bank (A5); a debit that
/// was moved before its credit (A4) may have happened on either day.
/// </summary>
internal readonly struct LedgerTimes(Ledger ledger, int[] movements, bool followPlaces) : IEdgeTimes
{
    public const long DayLength = 86_400_000;

    public bool FollowPlaces => followPlaces;

    public TimeInterval Departure(int edge) => Debit(ledger, movements[edge]);

    public TimeInterval Arrival(int edge) => Credit(ledger, movements[edge]);

    public static TimeInterval Debit(Ledger ledger, int movement)
    {
        var own = Interval(ledger.DebitDay[movement], ledger.DebitInstant[movement]);
        if ((ledger.Flags[movement] & MovementFlags.DebitMoved) == 0)
        {
            return own;
        }

        var credit = Credit(ledger, movement);
        return new TimeInterval(Math.Min(own.Low, credit.Low), Math.Max(own.High, credit.High));
    }

    public static TimeInterval Credit(Ledger ledger, int movement) => Interval(ledger.CreditDay[movement], ledger.CreditInstant[movement]);

    /// <summary>
    /// True when moments can be given to all legs so that each lies in its interval and none is before the leg its account had before,
    /// nor a credit before its debit: then every chain in order of places is in time.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Agree(Ledger ledger)
    {
        var at = new LegSpans(ledger);
        var last = new long[ledger.Accounts.Count];
        Array.Fill(last, long.MinValue);
        var left = new long[ledger.Count];
        Array.Fill(left, long.MinValue);
        foreach (var leg in at.Legs)
        {
            var m = leg >> 1;
            var isCredit = (leg & 1) == 1;
            var interval = isCredit ? Credit(ledger, m) : Debit(ledger, m);
            ref var account = ref last[at.Account(leg)];
            account = Math.Max(account, interval.Low);
            if (isCredit)
            {
                account = Math.Max(account, left[m]);
            }
            else
            {
                left[m] = account;
            }

            if (account > interval.High)
            {
                return false;
            }
        }

        return true;
    }

    private static TimeInterval Interval(int day, long instant)
    {
        var first = day * DayLength;
        if (instant == Instant.None)
        {
            return new TimeInterval(first, first + DayLength - 1);
        }

        return new TimeInterval(Math.Min(instant, first + DayLength - 1), Math.Max(instant, first));
    }
}

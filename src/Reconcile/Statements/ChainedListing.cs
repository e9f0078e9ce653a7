using System.Globalization;
using FinInvest.Graph.Reconcile.Columns;
using FinInvest.Graph.Reconcile.Order;

namespace FinInvest.Graph.Reconcile.Statements;

/// <summary>
/// One account's rows of a document that states no opening and closing balance but prints running ones: these give them. The account foots
/// when every printed balance follows from the one before (in the order of rows, upside down, or in the order of time).
/// </summary>
internal static class ChainedListing
{
    /// <returns>Null where the document prints no balance for the account.</returns>
    public static Listing? Find(PostingColumns c, int account, int[] sides)
    {
        if (Array.TrueForAll(sides, s => c.BalanceOf(s) == PostingPage.NoBalance))
        {
            return null;
        }

        var order = Orders(c, sides).FirstOrDefault(o => Breaks(c, o, out _, out _) == 0) ?? sides;
        var breaks = Breaks(c, order, out var opening, out var closing);
        var document = c.DocumentOf(sides[0] >> 1);
        var id = c.Statements[c.Statement[sides[0] >> 1]].Id;
        var reason = breaks == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{breaks} of {sides.Length} running balances do not follow from the row before");
        var check = new StatementCheck(id, c.Names[account], c.Documents[document], c.DocumentDays[document], sides.Length, opening, closing,
            breaks == 0 ? 0 : null, breaks == 0, reason);
        return new Listing(id, account, c.Documents[document], check.Period, opening, closing, order, true, false, check);
    }

    private static IEnumerable<int[]> Orders(PostingColumns c, int[] sides)
    {
        yield return sides;
        yield return [.. sides.Reverse()];
        yield return [.. sides.OrderBy(c.DayOf).ThenBy(s => c.Instant[s >> 1])];
    }

    /// <summary>Number of printed balances that do not follow. A missing one is filled in from the rows between.</summary>
    private static int Breaks(PostingColumns c, int[] sides, out long opening, out long closing)
    {
        var sum = 0L;
        var breaks = 0;
        long? balance = null;
        opening = 0;
        foreach (var s in sides)
        {
            sum += c.MinorOf(s);
            balance += c.MinorOf(s);
            if (c.BalanceOf(s) is var printed && printed != PostingPage.NoBalance)
            {
                if (balance is null)
                {
                    opening = printed - sum;
                }
                else if (balance != printed)
                {
                    breaks++;
                }

                balance = printed;
            }
        }

        closing = balance!.Value;
        return breaks;
    }
}

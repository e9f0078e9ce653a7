using System.Numerics;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>A minimum cut as a list of transfers and balances with dates (definitions E7).</summary>
internal static class CutReader
{
    /// <param name="nearestSource">The cut nearest the source, else the one nearest the target.</param>
    public static IReadOnlyList<CutElement> Read<T>(EventNetwork<T> network, EventFlow<T> solved, bool nearestSource)
        where T : struct, IBinaryInteger<T>
    {
        var reduced = solved.Reduced;
        var sourceSide = nearestSource ? solved.Flow.SourceSide() : solved.Flow.TargetSide();
        var elements = new List<(int Place, CutElement Element)>();
        for (var a = 0; a < reduced.Network.Count; a++)
        {
            if (sourceSide[reduced.Network.From[a]] && !sourceSide[reduced.Network.To[a]])
            {
                var meaning = network.Meaning[reduced.OriginalArc[a]];
                elements.Add((meaning < -1 ? -meaning - 2 : meaning, Element(network, meaning, reduced.Network.Capacity[a])));
            }
        }

        return [.. elements.OrderBy(e => e.Place).ThenBy(e => e.Element.Text, StringComparer.Ordinal).Select(e => e.Element)];
    }

    private static CutElement Element<T>(EventNetwork<T> network, int meaning, T capacity)
        where T : struct, IBinaryInteger<T>
    {
        var ledger = network.Ledger;
        if (meaning == -1)
        {
            return new CutElement("money inside OUTSIDE, or a loan", -1, "", Day.None, Minor(network, "", capacity));
        }

        var leg = ledger.Legs[meaning < 0 ? -meaning - 2 : meaning];
        var movement = leg >> 1;
        var (account, day) = EventNodes.AccountAndDay(ledger, leg);
        var name = ledger.Accounts[account].Id;
        var minor = Minor(network, ledger.Accounts[account].Currency, capacity);
        if (meaning < 0)
        {
            return new CutElement($"balance of {name} held over after {new Day(day)}", -1, name, new Day(day), minor);
        }

        var rows = string.Join(", ", ledger.RowsOf(movement).ToArray().Select(r => r.ToString()));
        var text = $"{What(ledger, movement)} {ledger.Accounts[ledger.Debited[movement]].Id} > {ledger.Accounts[ledger.Credited[movement]].Id} on {new Day(day)}"
            + (rows.Length > 0 ? $" ({rows})" : "");
        return new CutElement(text, movement, name, new Day(day), minor);
    }

    private static string What(Ledger ledger, int movement) => ledger.Kind[movement] switch
    {
        MovementKind.Opening => "opening balance",
        MovementKind.GapOut => "balance into a gap",
        MovementKind.GapReturn => "balance out of a gap",
        MovementKind.BankFee => "fee",
        MovementKind.Interest => "interest",
        _ => "transfer",
    };

    /// <summary>Back to minor units of the currency, rounded up: a cut bounds from above.</summary>
    private static long Minor<T>(EventNetwork<T> network, string currency, T capacity)
        where T : struct, IBinaryInteger<T> => long.CreateSaturating(Rounding.Up(capacity, network.Units.Factor(currency)));
}

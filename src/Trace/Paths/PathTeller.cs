using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>Puts a path found on the index into the words of the case: hops, amounts, days and what a reader must know of it.</summary>
internal sealed class PathTeller(PathIndex index, PathRun run, PathOptions options)
{
    private readonly Ledger ledger = index.Ledger;
    private readonly PathTarget target = run.Target;
    private readonly PathBreaks breaks = new(index);

    public AssetPath Tell(FoundPath path)
    {
        var notes = path.Chains < 0 ? new List<string> { "The other chains were not counted: too many." } : [];
        var movements = path.Edges.Select(e => index.Movements[e]).ToList();
        return Tell(path.Start, path.End, movements, [], [], path.Chains is < 0 or long.MaxValue ? path.Chains : path.Chains - 1, notes);
    }

    /// <summary>A lead: other chains over its accounts are not counted.</summary>
    public AssetPath Tell(Lead lead) => Tell(lead.Start, lead.End, lead.Before, lead.Bridge, lead.After, -1, []);

    private AssetPath Tell(int start, int end, IReadOnlyList<int> before, IReadOnlyList<PathHop> bridge, IReadOnlyList<int> after, long others, List<string> notes)
    {
        var mark = run.Starts.Marks[start];
        var purchase = target.Movements[end];
        List<int> movements = [.. before, .. after];
        var hops = new List<PathHop>(run.Starts.LinkCount > 0 ? run.Starts.Chains[start].Hops : []);
        if (mark is not null)
        {
            hops.Add(Money(mark.Movement, ledger.CreditDay[mark.Movement], Name(ledger.Debited[mark.Movement]), Name(ledger.Credited[mark.Movement])));
        }

        hops.AddRange(before.Select(Transfer));
        hops.AddRange(bridge);
        hops.AddRange(after.Select(Transfer));
        if (purchase >= 0)
        {
            hops.Add(Money(purchase, ledger.DebitDay[purchase], Name(ledger.Debited[purchase]), target.Name));
        }

        hops.AddRange(target.LinkCount > 0 ? target.Chains[end].Hops : []);
        List<string> accounts = [.. Places(hops, mark is not null, start)];
        var found = new List<PathBreak>();
        var last = target.Ends.First(e => e.Id == end);
        if (bridge.Count == 0)
        {
            breaks.Along(mark?.Movement ?? -1, movements, purchase, last, options.OrderWindow, found);
        }
        else
        {
            breaks.Along(mark?.Movement ?? -1, before, -1, null, options.OrderWindow, found);
            found.Add(PathBreaks.Bridge(bridge));
            breaks.Along(-1, after, purchase, last, options.OrderWindow, found);
        }

        if (options.Backward)
        {
            hops.Reverse();
            accounts.Reverse();
        }

        var arrival = purchase >= 0 ? ledger.DebitDay[purchase] : movements.Count > 0 ? ledger.CreditDay[movements[^1]] : mark is not null ? ledger.CreditDay[mark.Movement] : Day.NoneNumber;
        var (least, currency, share) = Least(mark, movements, purchase);
        return new AssetPath(accounts, hops, least, currency, new Day(arrival), others, [.. notes, .. found.Select(b => b.Text)], found, share);
    }

    /// <summary>All that a path passes, OUTSIDE before the proceeds left out.</summary>
    private IEnumerable<string> Places(List<PathHop> hops, bool named, int start)
    {
        var first = named ? hops.Skip(1) : hops;
        var begin = named ? hops[0].To : hops.Count > 0 ? hops[0].From : Name(run.Starts.Starts.First(s => s.Id == start).Node);
        return first.Select(h => h.To).Prepend(begin);
    }

    private string Name(int account) => ledger.Accounts[account].Id;

    private PathHop Transfer(int movement) => Money(movement, ledger.DebitDay[movement], Name(ledger.Debited[movement]), Name(ledger.Credited[movement]));

    private PathHop Money(int movement, int day, string from, string to) => new("money", from, to, movement, ledger.DebitMinor[movement], ledger.CreditMinor[movement], new Day(day),
        ledger.RowsOf(movement) is { IsEmpty: false } rows ? rows[0].ToString() : "");

    /// <summary>The smallest amount on the chain, in its own currency, and as a share of the proceeds it begins with.</summary>
    private (long Minor, string Currency, Ratio? Share) Least(ClaimMark? mark, List<int> movements, int purchase)
    {
        var amounts = new List<(long Scaled, long Minor, string Currency)>();
        if (mark is not null)
        {
            Add(Math.Min(mark.Minor, ledger.CreditMinor[mark.Movement]), ledger.Credited[mark.Movement]);
        }

        foreach (var m in movements)
        {
            Add(ledger.DebitMinor[m], ledger.Debited[m]);
            Add(ledger.CreditMinor[m], ledger.Credited[m]);
        }

        if (purchase >= 0)
        {
            var account = ledger.Debited[purchase];
            var acquisition = index.Register.Acquisitions.First(a => a.Key == target.Name);
            var paid = acquisition.Currency == ledger.Accounts[account].Currency ? acquisition.Lines.Where(l => l.Movement == purchase).Sum(l => l.Minor) : long.MaxValue;
            Add(Math.Min(paid, ledger.DebitMinor[purchase]), account);
        }

        if (amounts.Count == 0)
        {
            return (0, target.Currency, null);
        }

        var (scaled, minor, currency) = amounts.MinBy(a => a.Scaled);
        return (minor, currency, mark is null || index.Scale.Missing is not null ? null : new Ratio(scaled, amounts[0].Scaled));

        void Add(long minor, int account)
        {
            var ccy = ledger.Accounts[account].Currency;
            amounts.Add((index.Scale.Of(minor, ccy), minor, ccy));
        }
    }
}

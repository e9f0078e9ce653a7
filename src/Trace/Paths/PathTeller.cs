using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>Puts a path found on the index into the words of the case: hops, amounts, days and what a reader must know of it.</summary>
internal sealed class PathTeller(PathIndex index, PathTarget target, IReadOnlyList<ClaimMark?> marks, PathOptions options)
{
    private readonly Ledger ledger = index.Ledger;
    private readonly HashSet<DayGroup> unevidenced = [.. index.Ledger.UnevidencedGroups];
    private readonly HashSet<int> reversed = [.. index.Register.Reversals.Select(r => r.Of)];

    public AssetPath Tell(FoundPath path)
    {
        var mark = marks[path.Start];
        var movements = path.Edges.Select(e => index.Movements[e]).ToList();
        var purchase = target.Movements[path.End];
        var (least, currency) = Least(mark, movements, purchase);
        var hops = new List<PathHop>();
        if (mark is not null)
        {
            hops.Add(Hop(mark.Movement, ledger.CreditDay[mark.Movement], Name(ledger.Debited[mark.Movement]), Name(ledger.Credited[mark.Movement])));
        }

        hops.AddRange(movements.Select(m => Hop(m, ledger.DebitDay[m], Name(ledger.Debited[m]), Name(ledger.Credited[m]))));
        if (purchase >= 0)
        {
            hops.Add(Hop(purchase, ledger.DebitDay[purchase], Name(ledger.Debited[purchase]), target.Name));
        }

        List<string> accounts = [.. path.Nodes.Select(Name)];
        if (purchase >= 0)
        {
            accounts.Add(target.Name);
        }

        if (target.Links.Count > 0)
        {
            hops.AddRange(target.Links[path.End]);
            accounts.AddRange(target.Links[path.End].Select(h => h.To));
        }

        if (options.Backward)
        {
            hops.Reverse();
            accounts.Reverse();
        }

        var arrival = purchase >= 0 ? ledger.DebitDay[purchase] : movements.Count > 0 ? ledger.CreditDay[movements[^1]] : mark is not null ? ledger.CreditDay[mark.Movement] : Day.NoneNumber;
        var others = path.Chains is < 0 or long.MaxValue ? path.Chains : path.Chains - 1;
        return new AssetPath(accounts, hops, least, currency, new Day(arrival), others, Notes(path, mark, movements, purchase));
    }

    private string Name(int account) => ledger.Accounts[account].Id;

    private PathHop Hop(int movement, int day, string from, string to) => new("money", from, to, movement, ledger.DebitMinor[movement], ledger.CreditMinor[movement], new Day(day),
        ledger.RowsOf(movement) is { IsEmpty: false } rows ? rows[0].ToString() : "");

    /// <summary>The smallest amount on the chain, in its own currency.</summary>
    private (long Minor, string Currency) Least(ClaimMark? mark, List<int> movements, int purchase)
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
            return (0, target.Currency);
        }

        var (_, minor, currency) = amounts.MinBy(a => a.Scaled);
        return (minor, currency);

        void Add(long minor, int account)
        {
            var ccy = ledger.Accounts[account].Currency;
            amounts.Add((index.Scale.Of(minor, ccy), minor, ccy));
        }
    }

    private List<string> Notes(FoundPath path, ClaimMark? mark, List<int> movements, int purchase)
    {
        var notes = new List<string>();
        if (path.Chains < 0)
        {
            notes.Add("The other chains were not counted: too many.");
        }

        for (var i = 0; i < path.Nodes.Count && !options.OrderWindow; i++)
        {
            var came = i == 0 ? mark is null ? -1 : mark.Movement : movements[i - 1];
            var went = i < movements.Count ? movements[i] : purchase;
            if (came >= 0)
            {
                Stay(path.Nodes[i], came, went, target.Ends.First(e => e.Id == path.End).Place, notes);
            }
        }

        foreach (var m in movements)
        {
            if (reversed.Contains(m))
            {
                notes.Add($"The transfer {Name(ledger.Debited[m])} to {Name(ledger.Credited[m])} of {new Day(ledger.DebitDay[m])} was undone later, in whole or in part.");
            }

            if ((ledger.Flags[m] & MovementFlags.Inferred) != 0)
            {
                notes.Add($"The transfer {Name(ledger.Debited[m])} to {Name(ledger.Credited[m])} of {new Day(ledger.DebitDay[m])} rests on an inferred row.");
            }
        }

        return notes;
    }

    /// <summary>What happened in an account between money coming in and going on.</summary>
    /// <param name="place">Place of the end, for money that stays.</param>
    private void Stay(int account, int came, int went, int place, List<string> notes)
    {
        var from = ledger.Position[(came * 2) + 1];
        var to = went >= 0 ? ledger.Position[went * 2] : place;
        if (index.EmptyFrom(from) < to)
        {
            notes.Add($"U = 0: account {Name(account)} was empty in between.");
        }

        if (went >= 0 && ledger.CreditDay[came] == ledger.DebitDay[went] && unevidenced.Contains(new DayGroup(account, new Day(ledger.DebitDay[went]))))
        {
            notes.Add($"The order inside {Name(account)} on {new Day(ledger.DebitDay[went])} is not evidenced.");
        }
    }
}

using System.Numerics;

namespace FinInvest.Graph.Trace.Columns;

/// <summary>Money between the legs of its movement: the composition of each debit that has left and not arrived.</summary>
internal sealed class Transit(int movements)
{
    private readonly LotPool lots = new();
    private readonly (int Start, int Count)[] runs = new (int, int)[movements];

    public ReadOnlySpan<Lot> Of(int movement) => lots.Of(runs[movement].Start, runs[movement].Count);

    /// <summary>The movement has arrived.</summary>
    public void Free(int movement) => lots.Free(runs[movement].Start, runs[movement].Count);

    public void Put(int movement, Portion hand) => hand.CopyTo(Room(movement, hand.Count));

    public void Put(int movement, Hand hand) => hand.MoveTo(Room(movement, BitOperations.PopCount(hand.Owners)));

    public void Put(int movement, ReadOnlySpan<Lot> hand) => hand.CopyTo(Room(movement, hand.Length));

    /// <summary>Takes the composition of a movement; the portion must be empty.</summary>
    public void Take(int movement, Portion hand)
    {
        hand.Load(Of(movement));
        Free(movement);
    }

    /// <summary>Takes the composition of a movement; false where some of it is money of an owner from a number on, which then stays.</summary>
    public bool Take(int movement, Hand hand, int before)
    {
        var run = Of(movement);
        if (before != int.MaxValue && HasOwnerFrom(run, before))
        {
            return false;
        }

        foreach (ref readonly var lot in run)
        {
            hand.Add(lot.Owner, lot.Minor, lot.Origin);
        }

        Free(movement);
        return true;
    }

    public static bool HasOwnerFrom(ReadOnlySpan<Lot> run, int first)
    {
        foreach (ref readonly var lot in run)
        {
            if (lot.Owner >= first)
            {
                return true;
            }
        }

        return false;
    }

    private Span<Lot> Room(int movement, int count)
    {
        runs[movement] = (lots.Allocate(count), count);
        return lots.Of(runs[movement].Start, count);
    }
}

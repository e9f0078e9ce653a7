using System.Numerics;

namespace FinInvest.Graph.Tests.Twins;

/// <summary>A sum of money by owner: amount, and for claims the origin amount (definitions B3). Plain and slow.</summary>
internal sealed class TwinSum
{
    private readonly SortedDictionary<string, (BigInteger Amount, BigInteger Origin)> owners = new(StringComparer.Ordinal);

    public IEnumerable<string> Owners => owners.Keys;
    public BigInteger Total => owners.Values.Aggregate(BigInteger.Zero, (s, o) => s + o.Amount);
    public BigInteger Amount(string owner) => owners.TryGetValue(owner, out var held) ? held.Amount : 0;
    public BigInteger Origin(string owner) => owners.TryGetValue(owner, out var held) ? held.Origin : 0;
    public BigInteger ClaimTotal => owners.Where(o => IsClaim(o.Key)).Aggregate(BigInteger.Zero, (s, o) => s + o.Value.Amount);

    public static bool IsClaim(string owner) => owner.StartsWith("K:", StringComparison.Ordinal);
    public static bool IsFree(string owner) => owner is "bank" or "opening" or "own" or "unknown";

    public static TwinSum Of(string owner, BigInteger amount, BigInteger origin = default)
    {
        var sum = new TwinSum();
        sum.Add(owner, amount, origin);
        return sum;
    }

    public void Add(string owner, BigInteger amount, BigInteger origin = default)
    {
        if (amount < 0 || origin < 0)
        {
            throw new InvalidOperationException($"{owner} would get {amount} with origin {origin}.");
        }

        if (amount > 0)
        {
            owners[owner] = (Amount(owner) + amount, Origin(owner) + origin);
        }
    }

    public void Add(TwinSum other)
    {
        foreach (var (owner, held) in other.owners)
        {
            Add(owner, held.Amount, held.Origin);
        }
    }

    /// <summary>
    /// Takes <paramref name="wanted"/> rateably over the owners that <paramref name="among"/> admits (definitions A2): the whole part of w * C_o / B,
    /// left-over units to the largest remainders, ties to the earlier owner. Origin goes along, rounded down, all of it with the last unit.
    /// </summary>
    public TwinSum Take(BigInteger wanted, IReadOnlyList<string> tieOrder, Func<string, bool>? among = null)
    {
        var from = tieOrder.Where(o => Amount(o) > 0 && (among is null || among(o))).ToList();
        var all = from.Aggregate(BigInteger.Zero, (s, o) => s + Amount(o));
        if (wanted < 0 || wanted > all)
        {
            throw new InvalidOperationException($"{wanted} asked of {all}.");
        }

        var taken = new TwinSum();
        if (wanted == 0)
        {
            return taken;
        }

        var parts = from.ToDictionary(o => o, o => wanted * Amount(o) / all, StringComparer.Ordinal);
        var left = wanted - parts.Values.Aggregate(BigInteger.Zero, (s, p) => s + p);

        // The sort is stable, so ties keep the tie order.
        foreach (var owner in left == 0 ? [] : from.OrderByDescending(o => wanted * Amount(o) % all).Take((int)left))
        {
            parts[owner] += 1;
        }

        foreach (var (owner, part) in parts)
        {
            taken.Add(Remove(owner, part));
        }

        return taken;
    }

    /// <summary>A sum of <paramref name="size"/> in the proportions of this one (definitions A2): this one is not changed.</summary>
    /// <param name="withOrigins">Origin amounts stay what they are (definitions B3, C6), those of an amount that rounds to nothing are lost; else they are left behind.</param>
    public TwinSum Proportions(BigInteger size, IReadOnlyList<string> tieOrder, bool withOrigins = false)
    {
        var scale = new TwinSum();
        foreach (var (owner, held) in owners)
        {
            scale.Add(owner, held.Amount * size);
        }

        // Rateable over C_o * size instead of C_o gives the same proportions and lets the size be larger than the sum.
        var scaled = scale.Take(size, tieOrder);
        foreach (var owner in withOrigins ? scaled.Owners.ToList() : [])
        {
            scaled.owners[owner] = (scaled.Amount(owner), Origin(owner));
        }

        return scaled;
    }

    public TwinSum Copy()
    {
        var copy = new TwinSum();
        copy.Add(this);
        return copy;
    }

    public void Clear() => owners.Clear();

    private TwinSum Remove(string owner, BigInteger part)
    {
        var (amount, origin) = (Amount(owner), Origin(owner));
        var withIt = part == 0 ? 0 : part == amount ? origin : origin * part / amount;
        owners.Remove(owner);
        Add(owner, amount - part, origin - withIt);
        return Of(owner, part, withIt);
    }

    public override string ToString() => string.Join(" ", owners.Select(o => IsClaim(o.Key) ? $"{o.Key} {o.Value.Amount}/{o.Value.Origin}" : $"{o.Key} {o.Value.Amount}"));
}

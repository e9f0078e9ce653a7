using System.Numerics;

namespace FinInvest.Graph.Tests.Twins;

/// <summary>What a parcel gave of one owner to a debit.</summary>
internal sealed class TwinSource(TwinSum parcel, string owner, BigInteger amount)
{
    public TwinSum Parcel { get; } = parcel;
    public string Owner { get; } = owner;
    public BigInteger Amount { get; set; } = amount;
}

/// <summary>
/// One account under one rule: parcels in the order of arrival. First in, first out and last in, first out take from its ends. The others know totals by
/// owner: there all parcels are one, except those of credits that a reversal or a link names, which come first (definitions C1, C2, D2).
/// </summary>
internal sealed class TwinAccount(string rule, IReadOnlyList<string> owners)
{
    private readonly LinkedList<TwinSum> parcels = [];
    private readonly Dictionary<TwinMovement, TwinSum> ofCredit = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TwinSum> keptPlace = new(ReferenceEqualityComparer.Instance);
    private TwinSum? rest;

    public BigInteger Debt { get; set; }

    public BigInteger Total => Sum(parcels.Select(p => p.Total));

    private bool IsOrdered => rule is "fifo" or "lifo";

    public TwinSum Held()
    {
        var all = new TwinSum();
        foreach (var parcel in parcels)
        {
            all.Add(parcel);
        }

        return all;
    }

    /// <summary>A gap: the whole balance leaves, a debt is forgotten; places that something still refers to stay.</summary>
    public void Leave()
    {
        Debt = 0;
        foreach (var parcel in parcels)
        {
            parcel.Clear();
        }

        Sweep();
    }

    public void Put(TwinSum sum, TwinMovement? namedCredit)
    {
        var parcel = sum;
        if (namedCredit is not null)
        {
            ofCredit[namedCredit] = parcel;
            keptPlace.Add(parcel);
        }
        else if (!IsOrdered)
        {
            rest ??= Rest();
            rest.Add(sum);
            return;
        }

        if (rest is null)
        {
            parcels.AddLast(parcel);
        }
        else
        {
            parcels.AddBefore(parcels.Last!, parcel);
        }
    }

    /// <summary>What is left of a named credit's parcel, as much of it as is asked for.</summary>
    public TwinSum TakeFrom(TwinMovement credit, BigInteger wanted) =>
        ofCredit.TryGetValue(credit, out var parcel) ? parcel.Take(BigInteger.Min(wanted, parcel.Total), owners) : new TwinSum();

    /// <summary>An ordinary debit.</summary>
    /// <param name="sources">Where the debit may be undone: filled with what each parcel gave, whose place is kept.</param>
    public TwinSum Take(BigInteger wanted, List<TwinSource>? sources)
    {
        var taken = new TwinSum();
        if (IsOrdered)
        {
            foreach (var parcel in rule == "fifo" ? parcels : parcels.Reverse())
            {
                Keep(taken, parcel, parcel.Take(BigInteger.Min(parcel.Total, wanted - taken.Total), owners), sources);
                if (taken.Total == wanted)
                {
                    break;
                }
            }

            Sweep();
            return taken;
        }

        // One split over the owners first, then each owner's part over the named credits in the order of arrival, then the rest.
        var pool = Held();
        Func<string, bool> first = rule switch
        {
            "rolling" => _ => true,
            "own-first" => TwinSum.IsFree,
            "proceeds-first" => TwinSum.IsClaim,
            _ => throw new ArgumentException(rule),
        };
        var available = Sum(pool.Owners.Where(first).Select(pool.Amount));
        var shares = pool.Take(BigInteger.Min(wanted, available), owners, first);
        shares.Add(pool.Take(wanted - shares.Total, owners, o => !first(o)));
        foreach (var owner in shares.Owners)
        {
            var parts = new TwinSum();
            foreach (var (i, parcel) in parcels.Index())
            {
                parts.Add(Place(i), parcel.Amount(owner));
            }

            var split = parts.Take(shares.Amount(owner), [.. parcels.Select((_, i) => Place(i))]);
            foreach (var (i, parcel) in parcels.Index())
            {
                Keep(taken, parcel, parcel.Take(split.Amount(Place(i)), owners, o => o == owner), sources);
            }
        }

        return taken;
    }

    private static string Place(int i) => i.ToString("d6", System.Globalization.CultureInfo.InvariantCulture);

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, (s, a) => s + a);

    private TwinSum Rest()
    {
        var sum = new TwinSum();
        keptPlace.Add(sum);
        parcels.AddLast(sum);
        return sum;
    }

    private void Keep(TwinSum taken, TwinSum parcel, TwinSum piece, List<TwinSource>? sources)
    {
        taken.Add(piece);
        if (sources is not null && piece.Total > 0)
        {
            keptPlace.Add(parcel);
            sources.AddRange(piece.Owners.Select(o => new TwinSource(parcel, o, piece.Amount(o))));
        }
    }

    /// <summary>Drops what is empty, unless a named credit or a source may put money back into it.</summary>
    private void Sweep()
    {
        for (var node = parcels.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Total == 0 && !keptPlace.Contains(node.Value))
            {
                parcels.Remove(node);
            }

            node = next;
        }
    }
}

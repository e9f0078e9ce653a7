namespace FinInvest.Graph.Trace.Columns;

/// <summary>One acquisition during a run: what its cost lines received, and what is there now.</summary>
internal sealed class Holding(Acquisition acquisition, int owners, Portion held)
{
    public Acquisition Acquisition { get; } = acquisition;
    public Portion Held { get; } = held;
    public long[] Paid { get; } = new long[owners];
    public long[] PaidOrigin { get; } = new long[owners];

    /// <summary>Sum of the price lines, and what of it was not paid yet.</summary>
    public long Price { get; } = acquisition.Lines.Where(l => l.Kind == "price").Sum(l => l.Minor);
    public long PriceLeft { get; set; } = acquisition.Lines.Where(l => l.Kind == "price").Sum(l => l.Minor);

    /// <summary>What was there when the next acquisition's first instalment was paid.</summary>
    public long? FormerTotal { get; set; }

    /// <summary>Sold for money: nothing is left for a next acquisition.</summary>
    public bool Sold { get; set; }

    /// <summary>Claim money that bought it: flow node, amount, owner, hop.</summary>
    public List<(int From, long Minor, int Owner, int Hop)> Arcs { get; } = [];
}

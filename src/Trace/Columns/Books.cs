namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Where every owner's money came in and where it left, over a whole run: what came in less what left must be what is still there.
/// Sinks are OUTSIDE, BANK, FEE, ROUNDING, taken and gaps; claims are checked in origin amounts too (definitions B3).
/// </summary>
internal sealed class Books(int owners)
{
    private readonly Int128[] minor = new Int128[owners];
    private readonly Int128[] origin = new Int128[owners];

    public void In(int owner, long amount, long originAmount = 0)
    {
        minor[owner] += amount;
        origin[owner] += originAmount;
    }

    /// <summary>Everything in hand leaves the ledger.</summary>
    public void Out(Portion portion)
    {
        for (var i = 0; i < portion.Count; i++)
        {
            minor[portion.Owners[i]] -= portion.Minors[i];
            origin[portion.Owners[i]] -= portion.Origins[i];
        }

        portion.Clear();
    }

    public void Out(int owner, long amount, long originAmount = 0)
    {
        minor[owner] -= amount;
        origin[owner] -= originAmount;
    }

    /// <exception cref="InvalidOperationException">Money was made or lost: a fault of the program.</exception>
    public void AssertNothingLeft(IReadOnlyList<string> labels, string rule)
    {
        for (var owner = 0; owner < owners; owner++)
        {
            if (minor[owner] != 0 || origin[owner] != 0)
            {
                throw new InvalidOperationException($"Rule {rule} is out of balance by {minor[owner]} (origin {origin[owner]}) for owner {labels[owner]} at the end of the run.");
            }
        }
    }
}

namespace FinInvest.Graph.Model.Values;

/// <summary>A share of a company, account or asset between 0 and 1, exact when both ends are equal, else a range as registers state it.</summary>
public readonly record struct Share(decimal Low, decimal High)
{
    public static Share Exact(decimal value) => new(value, value);
    public bool IsExact => Low == High;
}

namespace FinInvest.Graph.Model.Values;

/// <summary>A currency of the case: ISO 4217 code (or BTC and the like) and the number of decimals of its minor unit.</summary>
public readonly record struct Currency(string Code, int Exponent);

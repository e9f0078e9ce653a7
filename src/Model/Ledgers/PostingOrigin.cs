namespace FinInvest.Graph.Model.Ledgers;

/// <summary>How a row is known. Inferred rows are out of every figure unless a person puts them in.</summary>
public enum PostingOrigin : byte
{
    Observed = 0,
    Corroborated = 1,
    Inferred = 2,
}

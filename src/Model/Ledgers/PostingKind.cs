namespace FinInvest.Graph.Model.Ledgers;

/// <summary>What a row says it is. Published numbers: only grow.</summary>
public enum PostingKind : byte
{
    Payment = 0,
    Fee = 1,
    Interest = 2,
    Cash = 3,
    Exchange = 4,
    Reversal = 5,
}

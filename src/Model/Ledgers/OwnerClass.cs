namespace FinInvest.Graph.Model.Ledgers;

/// <summary>The three classes that travel with money (definitions B1), and the mark of evidence that did not hold (H5).</summary>
public enum OwnerClass : byte
{
    Free = 0,
    OtherClaimant = 1,
    Claim = 2,
}

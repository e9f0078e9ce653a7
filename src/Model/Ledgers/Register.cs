namespace FinInvest.Graph.Model.Ledgers;

/// <summary>What the case says about the ledger's movements: claims, claimants, assets, reversals, links. Made by Reconcile beside the ledger.</summary>
public sealed class Register
{
    public required OwnerTable Owners { get; init; }
    public required IReadOnlyList<ClaimMark> Claims { get; init; }
    public IReadOnlyList<ClaimantMark> Claimants { get; init; } = [];
    public IReadOnlyList<CashProceeds> CashProceeds { get; init; } = [];

    /// <summary>In ordinal order of asset, then index.</summary>
    public required IReadOnlyList<Acquisition> Acquisitions { get; init; }
    public IReadOnlyList<ReversalMark> Reversals { get; init; } = [];
    public IReadOnlyList<LinkMark> Links { get; init; } = [];

    /// <summary>Reference units a minor unit, exact, per currency.</summary>
    public IReadOnlyDictionary<string, ReferenceRate> Rates { get; init; } = new Dictionary<string, ReferenceRate>();
    public required Day AsOf { get; init; }
}

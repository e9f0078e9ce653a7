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

    /// <summary>Credits that a person has recorded as acts of replenishment.</summary>
    public IReadOnlyList<ReplenishmentMark> Replenishments { get; init; } = [];

    /// <summary>Reference units a minor unit, exact, per currency.</summary>
    public IReadOnlyDictionary<string, ReferenceRate> Rates { get; init; } = new Dictionary<string, ReferenceRate>();
    public required Day AsOf { get; init; }

    /// <summary>The same register with other claim marks, for a method that asks what if.</summary>
    public Register WithClaims(IReadOnlyList<ClaimMark> claims) => new()
    {
        Owners = Owners,
        Claims = claims,
        Claimants = Claimants,
        CashProceeds = CashProceeds,
        Acquisitions = Acquisitions,
        Reversals = Reversals,
        Links = Links,
        Replenishments = Replenishments,
        Rates = Rates,
        AsOf = AsOf,
    };
}

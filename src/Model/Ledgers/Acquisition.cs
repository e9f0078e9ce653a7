namespace FinInvest.Graph.Model.Ledgers;

/// <summary>One acquisition of an asset: the target of a trace. Key is asset#index ("X0#0").</summary>
/// <param name="Lines">In order of payment; only lines up to the as-of date.</param>
/// <param name="SoldMovement">The credit that its sale brought, or -1.</param>
/// <param name="ExchangedForNext">Sold by exchange for the asset's next acquisition.</param>
public sealed record Acquisition(string Asset, int Index, string Currency, IReadOnlyList<AcquisitionLine> Lines, int SoldMovement = -1, bool ExchangedForNext = false)
{
    public string Key => $"{Asset}#{Index}";
    public long Cost => Lines.Sum(l => l.Minor);
}

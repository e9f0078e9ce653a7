namespace FinInvest.Graph.Model.Links;

/// <summary>The sale of one acquisition of an asset; Row is the credit of the price (null when exchanged directly for the next acquisition).</summary>
public sealed record AssetSale(string Id, string Asset, int Acquisition, RowReference? Row) : IFact;

namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A line of an acquisition's cost. Movement -1 for a loan line (owner bank).</summary>
/// <param name="Kind">price, tax, improvement or loan.</param>
public sealed record AcquisitionLine(int Movement, string Kind, long Minor, Day Day, string CostLineId);

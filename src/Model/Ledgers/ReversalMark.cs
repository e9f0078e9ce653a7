namespace FinInvest.Graph.Model.Ledgers;

/// <summary>Movement undoes Minor of the movement Of (definitions C8).</summary>
public sealed record ReversalMark(int Movement, int Of, long Minor);

namespace FinInvest.Graph.Model.Results;

/// <summary>One arc of a minimum cut: a transfer (movement at least 0) or a balance held over (account with day).</summary>
public sealed record CutElement(string Text, int Movement, string Account, Day Day, long Minor);

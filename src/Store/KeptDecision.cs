namespace FinInvest.Graph.Store;

/// <summary>A decision as a store keeps it.</summary>
/// <param name="Columns">What the columns for people say.</param>
/// <param name="Body">The canonical JSON that the chain is made of.</param>
/// <param name="PreviousLink">Link of the decision before, as 64 hex digits.</param>
/// <param name="Link">Link of this one.</param>
public sealed record KeptDecision(Decision Columns, string Body, string PreviousLink, string Link);

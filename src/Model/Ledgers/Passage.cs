namespace FinInvest.Graph.Model.Ledgers;

/// <summary>
/// A movement that passed, went into or came out of an account that holds many customers' money and is not traced itself: a correspondent's or payment agent's
/// (a conduit) or a pool (definitions A7).
/// </summary>
/// <param name="Movement">Movement of the ledger; with a conduit it joins the payer's debit and the receiver's credit.</param>
/// <param name="Account">The account or, where payer and receiver name different ones, both: "X, Y".</param>
/// <param name="Use">"conduit" (both sides bear one end-to-end id) or "pooled" (the other side is OUTSIDE).</param>
/// <param name="EndToEndId">The id on both sides; "" in a pool without one.</param>
public sealed record Passage(int Movement, string Account, string Use, string EndToEndId);

namespace FinInvest.Graph.Model.Results;

/// <summary>A place on a path where the money itself is not shown to have gone that way.</summary>
/// <param name="Kind">
/// "empty" (the account held nothing in between: U = 0), "gap" (its records break off in between: U = 0), "order" (the order inside the day is not evidenced),
/// "conduit" (the payment passed an account of many customers, joined by its end-to-end id), "inferred" (the transfer rests on an inferred row), "reversed" (it was undone later), "cash" (paid out in cash and paid in again: leads only),
/// "pooled" (into a pool of many customers' money and out of it: leads only), "association" (a holder, interest or relation stands between two payments: leads only).
/// </param>
/// <param name="Account">The account, or the payer of the transfer.</param>
/// <param name="From">First day of the break; <paramref name="To"/> its last.</param>
public sealed record PathBreak(string Kind, string Account, Day From, Day To, string Text);

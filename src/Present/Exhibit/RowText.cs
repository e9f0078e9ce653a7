namespace FinInvest.Graph.Present.Exhibit;

/// <summary>What a statement row says in words: the counterparty as the bank names it and the remittance information. Text of others: always escaped.</summary>
public sealed record RowText(string CounterpartyName, string Text);

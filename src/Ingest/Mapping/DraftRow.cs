namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>A row as the drafted mapping reads it, in words for a person.</summary>
public sealed record DraftRow(string Statement, int Row, string Day, string Account, string Amount, string Currency, string Counterparty, string Balance, string Text);

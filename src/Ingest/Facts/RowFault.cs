namespace FinInvest.Graph.Ingest.Facts;

/// <summary>What is wrong with a row: code, column, offending text and, where the code's sentence does not say it all, more words.</summary>
internal readonly record struct RowFault(string Code, string Column, string Text, string More = "");

namespace FinInvest.Graph.Casework.Find;

/// <summary>Anything with an id, ready to be looked at: a title, fields, and a table where it has rows.</summary>
public sealed record ShownRecord(string Kind, string Id, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Cap = "");

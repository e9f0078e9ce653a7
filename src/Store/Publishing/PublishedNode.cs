namespace FinInvest.Graph.Store.Publishing;

/// <summary>A thing of the case as people see it.</summary>
/// <param name="Label">What it is: "Party", "Act", "Asset".</param>
/// <param name="Key">Its id among those of the same label.</param>
/// <param name="Properties">Each value is a string, long, bool, <see cref="Day"/>, decimal (a share), a list of strings, or null (left out).</param>
public sealed record PublishedNode(string Label, string Key, IReadOnlyList<(string Name, object? Value)> Properties);

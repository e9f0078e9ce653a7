namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>The statement that a mapped file is, as far as a person states it. What is left out comes from line rules, then from the running balance.</summary>
public sealed record StatementMapping
{
    /// <summary>Id that RowKeys and other files use; the file's name without extension where empty.</summary>
    public string? Id { get; init; }
    public string? Account { get; init; }

    /// <summary>Balances as the file would write them.</summary>
    public string? Opening { get; init; }
    public string? Closing { get; init; }

    /// <summary>yyyy-MM-dd; else the first and last booking day.</summary>
    public string? From { get; init; }
    public string? To { get; init; }

    /// <summary>"auto": a statement is made when balances are known; "none": never (statements.csv states it).</summary>
    public string Balances { get; init; } = "auto";
}

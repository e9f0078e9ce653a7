using System.Globalization;

namespace FinInvest.Graph.Casework.Budgets;

/// <summary>Which part of a case a ledger was made of.</summary>
/// <param name="Needed">The accounts whose rows are all there; other accounts only have those that name one of these.</param>
public sealed record CorridorExtent(long Rows, long RowsInCase, IReadOnlySet<string> Needed, int AccountsInCase)
{
    /// <summary>For a person.</summary>
    public string Sentence => string.Create(CultureInfo.InvariantCulture, $"Answered from the {Rows} of {RowsInCase} rows that bear on it ({Needed.Count} of {AccountsInCase} accounts: all that is upstream of what the case marks).");

    /// <summary>What bounds say of OUTSIDE then.</summary>
    public const string OutsideSentence = "what OUTSIDE may return is not computed from a part of the case, so the cost stands for U with OUTSIDE (raise --budget-rows for it)";
}

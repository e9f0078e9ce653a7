using System.Globalization;

namespace FinInvest.Graph.Casework.Verify;

/// <summary>What came of checking a case's records.</summary>
/// <param name="Chain">Link of the last decision.</param>
/// <param name="Faults">What is wrong, a sentence each; empty where nothing is.</param>
public sealed record RecordVerdict(CaseVersion Version, long Documents, long Rows, long Facts, long Decisions, Sha256 Chain, IReadOnlyList<string> Faults)
{
    public bool IsWhole => Faults.Count == 0;

    /// <summary>What was checked and found whole.</summary>
    public string Sentence => string.Create(CultureInfo.InvariantCulture,
        $"The records are whole at version {Version}: {Documents} files in the vault have the SHA-256 they are known by, {Rows} rows and {Facts} facts belong to them, {Decisions} decisions stand in an unbroken chain that ends in {Chain.Short(12)}.");
}

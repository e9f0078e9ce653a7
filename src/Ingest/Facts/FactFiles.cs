namespace FinInvest.Graph.Ingest.Facts;

/// <summary>Every file of the folder format, in the order a person fills them. A new kind of fact is one entry here.</summary>
internal static class FactFiles
{
    public static FactFile Find(string name) => All.Single(f => f.Name == name);

    public static IReadOnlyList<FactFile> All { get; } =
    [
        CaseFiles.Case, CaseFiles.Parties, AccountFiles.Accounts, AccountFiles.Holders, AccountFiles.Statements, MovementFiles.Postings, MovementFiles.Transfers,
        CaseFiles.Ownership, CaseFiles.Relations, ClaimFiles.Acts, ClaimFiles.Episodes, ClaimFiles.Proceeds, ClaimFiles.Claimants,
        AssetFiles.Assets, AssetFiles.CostLines, AssetFiles.Sales, MovementFiles.Reversals, MovementFiles.Links, MovementFiles.Rates,
        EvidenceFiles.Sources, EvidenceFiles.Documents, EvidenceFiles.Evidence, EvidenceFiles.Explanations, EvidenceFiles.RecordedFacts,
    ];
}

namespace FinInvest.Graph.Model.Ledgers;

/// <summary>
/// Owners by index, in the tie order of definitions A2: bank, opening, own, unknown, third parties (ordinal), claims (register order).
/// Labels: "bank", "opening", "own", "unknown", "tp:NAME", "K:ACT:VICTIM".
/// </summary>
public sealed class OwnerTable
{
    public const int Bank = 0;
    public const int Opening = 1;
    public const int Own = 2;
    public const int Unknown = 3;
    public const int FirstThirdParty = 4;

    public OwnerTable(IEnumerable<string> thirdParties, IEnumerable<Claim> claims)
    {
        var names = thirdParties.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Claims = [.. claims];
        FirstClaim = FirstThirdParty + names.Count;
        Labels = ["bank", "opening", "own", "unknown", .. names.Select(n => "tp:" + n), .. Claims.Select(c => c.Label)];
    }

    public IReadOnlyList<string> Labels { get; }
    public IReadOnlyList<Claim> Claims { get; }
    public int FirstClaim { get; }
    public int Count => Labels.Count;
    public OwnerClass ClassOf(int owner) => owner < FirstThirdParty ? OwnerClass.Free : owner < FirstClaim ? OwnerClass.OtherClaimant : OwnerClass.Claim;
    public int IndexOf(string label) => Labels.ToList().IndexOf(label);
}

namespace FinInvest.Graph.Trace.Ownership;

/// <summary>
/// What the kinds of relation that a case states mean for affiliation. Family, household and dependence, and acting for another are the
/// ties that the law of 12 July 2023 names; a kind not listed here is left to a person, never dropped.
/// </summary>
internal static class RelationKinds
{
    private static readonly HashSet<string> Spouses = new(StringComparer.Ordinal) { "spouse", "wife", "husband", "former-spouse", "ex-spouse", "former-wife", "former-husband", "ex-wife", "ex-husband" };

    private static readonly HashSet<string> Relatives = new(Spouses, StringComparer.Ordinal)
    {
        "relative", "parent", "mother", "father", "child", "son", "daughter", "sibling", "brother", "sister", "half-brother", "half-sister", "half-sibling", "grandparent", "grandmother", "grandfather",
        "great-grandparent", "grandchild", "grandson", "granddaughter", "great-grandchild", "adopter", "adoptee", "adopted-child", "adoptive-parent", "in-law", "mother-in-law", "father-in-law",
        "son-in-law", "daughter-in-law", "brother-in-law", "sister-in-law",
    };

    private static readonly HashSet<string> Households = new(StringComparer.Ordinal) { "household", "joint-household", "cohabitant", "partner", "dependant", "dependent" };

    private static readonly HashSet<string> ActsFor = new(StringComparer.Ordinal) { "proxy", "nominee", "trustee", "agent", "power-of-attorney" };

    /// <summary>"relative", "household", "nominee", or "other tie".</summary>
    public static string GroundOf(string kind) => Word(kind) is var w && Relatives.Contains(w) ? "relative" : Households.Contains(w) ? "household" : ActsFor.Contains(w) ? "nominee" : "other tie";

    public static bool IsSpouse(string kind) => Spouses.Contains(Word(kind));

    private static string Word(string kind) => kind.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
}

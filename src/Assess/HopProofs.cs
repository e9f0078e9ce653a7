using FinInvest.Graph.Assess.Profiles;
using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess;

/// <summary>
/// The tier of proof of any hop of the case's money (definitions H4, H10): an element has the best tier of its relied items, a hop the worst of its elements.
/// What evidence-proof floors ask about each hop (definitions E7).
/// </summary>
public sealed class HopProofs
{
    private readonly ElementNames names;
    private readonly Dictionary<string, int> best = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> heaviest = new(StringComparer.Ordinal);

    /// <summary>Reads the relied evidence of the case for its purpose.</summary>
    public HopProofs(Reconciliation reconciliation, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(reconciliation);
        ArgumentNullException.ThrowIfNull(profile);
        names = new ElementNames(reconciliation.Ledger, reconciliation.Register, reconciliation.Facts);
        var purpose = reconciliation.Facts.Header?.Purpose is { Length: > 0 } stated ? stated : "court";
        foreach (var item in EvidenceFile.Read(reconciliation.Facts, profile, purpose, reconciliation.Register.AsOf).Relied)
        {
            var tier = ProofTiers.OfItem(item, profile.Scheme);
            foreach (var name in item.Supports)
            {
                best[name] = Math.Min(tier, best.GetValueOrDefault(name, ProofTiers.None));
                heaviest[name] = Math.Max(item.Weight, heaviest.GetValueOrDefault(name));
            }
        }
    }

    /// <summary>C1, C2, C3: strictest first.</summary>
    public static IReadOnlyList<string> Tiers { get; } = [.. Enumerable.Range(1, ProofTiers.None - 1).Select(ProofTiers.Name)];

    /// <summary>False where no item is relied on: then nothing is proved at any tier.</summary>
    public bool AnyItem => best.Count > 0;

    /// <summary>Place in <see cref="Tiers"/> of the best tier at which a hop is proved; the number of tiers where it is at none.</summary>
    public int TierOf(FlowHop hop)
    {
        var worst = 1;
        foreach (var element in names.Of(hop))
        {
            var tier = ProofTiers.None;
            foreach (var name in element.MatchNames)
            {
                tier = Math.Min(tier, best.GetValueOrDefault(name, ProofTiers.None));
            }

            worst = Math.Max(worst, tier);
        }

        return worst - 1;
    }

    /// <summary>
    /// r*c, 0 to 1, of the best item behind the weakest element of a hop: what "best evidenced" paths are ranked by. A convention like all weights, and no
    /// probability: neither shared root sources nor contradictions enter, they do in Support.
    /// </summary>
    public double WeightOf(FlowHop hop)
    {
        var least = int.MaxValue;
        foreach (var element in names.Of(hop))
        {
            var most = 0;
            foreach (var name in element.MatchNames)
            {
                most = Math.Max(most, heaviest.GetValueOrDefault(name));
            }

            least = Math.Min(least, most);
        }

        return least == int.MaxValue ? 0 : least / 10_000.0;
    }
}

using FinInvest.Graph.Assess.Profiles;

namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// The evidence of a case, judged for one use (definitions H1, H2, H11): what is relied on and with which weights, what is not and why, and what may
/// not appear at all. An item outside the relied set is ignored, never held against the link.
/// </summary>
internal sealed class EvidenceFile
{
    private EvidenceFile(IReadOnlyList<ReliedItem> relied, IReadOnlyList<EvidenceWeight> weights, IReadOnlyList<EvidenceWeight> withheld)
    {
        Relied = relied;
        Weights = weights;
        Withheld = withheld;
    }

    /// <summary>In ordinal order of id.</summary>
    public IReadOnlyList<ReliedItem> Relied { get; }

    /// <summary>Everything that may appear, relied on or not, with the reason.</summary>
    public IReadOnlyList<EvidenceWeight> Weights { get; }

    /// <summary>Items that are not permitted for the use: for the people who work on the case, never for an exhibit.</summary>
    public IReadOnlyList<EvidenceWeight> Withheld { get; }

    /// <param name="purpose">"court" or "intelligence".</param>
    /// <param name="asOf">A permission that ran out before this day is none.</param>
    public static EvidenceFile Read(CaseFacts facts, Profile profile, string purpose, Day asOf)
    {
        var excluded = CaseDocuments.Excluded(facts);
        var stated = StatedItems.Of(facts, profile.Scheme).Where(i => !i.Documents.Any(excluded.Contains)).ToList();
        var judge = new ItemJudge(facts, profile, purpose, asOf, stated);
        var relied = new List<ReliedItem>();
        var weights = new List<EvidenceWeight>();
        var withheld = new List<EvidenceWeight>();
        foreach (var item in stated)
        {
            var (weight, counted, mayAppear) = judge.Judge(item);
            (mayAppear ? weights : withheld).Add(weight);
            if (counted is not null)
            {
                relied.Add(counted);
            }
        }

        return new EvidenceFile(relied, weights, withheld);
    }
}

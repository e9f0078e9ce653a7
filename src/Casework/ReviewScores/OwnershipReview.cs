using FinInvest.Graph.Trace.Ownership;

namespace FinInvest.Graph.Casework.ReviewScores;

/// <summary>The use case "who is behind it": owners, control, how both changed, and affiliates, at a day or, where none is given, at the case's as-of day.</summary>
public sealed class OwnershipReview(CaseFacts facts, Day asOf)
{
    /// <summary>Effective interests in a company, account or asset.</summary>
    /// <exception cref="CaseQuestionException">The case knows nothing of that name.</exception>
    public OwnershipResult Owners(string target, Day? at) => OwnershipAnalyst.Owners(facts, Known(target), at ?? asOf);

    /// <summary>Everyone with a say in a target: who controls it, who may, and the votes of the others.</summary>
    public IReadOnlyList<ControlResult> Controllers(string target, Day? at) => ControlAnalyst.Controllers(facts, Known(target), at ?? asOf);

    /// <summary>Ends of the chains that may hold at least a threshold, 0 to 1.</summary>
    public IReadOnlyList<OwnerShare> UltimateOwners(string target, Day? at, double threshold) => OwnershipAnalyst.UltimateOwners(facts, Known(target), at ?? asOf, threshold);

    /// <summary>Every change of interest or control, by day.</summary>
    public IReadOnlyList<OwnershipChange> History(string target) => OwnershipHistory.Changes(facts, Known(target));

    /// <summary>Who and what is affiliated with a party.</summary>
    public IReadOnlyList<Affiliate> Affiliates(string party, Day? at) => AffiliateFinder.Find(facts, Known(party), at ?? asOf);

    private string Known(string name)
    {
        var known = facts.All<Party>().Any(p => p.Id == name) || facts.All<Asset>().Any(a => a.Id == name) || facts.All<Account>().Any(a => a.Id == name)
            || facts.All<OwnershipInterest>().Any(i => i.Owner == name || i.Target == name) || facts.All<AccountHolder>().Any(h => h.Account == name || h.Party == name)
            || facts.All<Relation>().Any(r => r.From == name || r.To == name);
        return known ? name : throw new CaseQuestionException($"The case has no party, company, account or asset '{name}'. `fininvest find {name}` searches names.");
    }
}

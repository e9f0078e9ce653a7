namespace FinInvest.Graph.Trace.Ownership;

/// <summary>
/// Who and what is affiliated with a party, each with the ground it rests on (Law of Kazakhstan of 12 July 2023 No 21-VIII, art. 1 and 2): family with spouses'
/// families, household and dependence, those who act for another, whoever controls the party, and all that the party or one of the others controls. What
/// the declared facts only suggest is listed "to be judged".
/// </summary>
public static class AffiliateFinder
{
    /// <summary>
    /// Affiliates of a party on a day, then what is to be judged, then the accounts and assets that they hold or control; the party itself is not among them.
    /// Relations have no dates and count at any.
    /// </summary>
    public static IReadOnlyList<Affiliate> Find(CaseFacts facts, string party, Day at)
    {
        var run = new Run(facts, party, at);
        run.AddPersons();
        run.AddControllers();
        run.AddControlled();
        run.AddJointlyControlled();
        return run.Found;
    }

    private sealed class Run(CaseFacts facts, string party, Day at)
    {
        private readonly InterestGraph graph = OwnershipAnalyst.Graph(facts, at);
        private readonly ControlSources sources = new(facts, at);
        private readonly Citations cite = new(facts);
        private readonly Dictionary<string, Affiliate> found = new(StringComparer.Ordinal);
        private readonly List<string> order = [];

        private readonly HashSet<string> property = facts.All<Account>().Select(a => a.Id).Concat(facts.All<AccountHolder>().Select(h => h.Account)).Concat(facts.All<Asset>().Select(a => a.Id)).ToHashSet(StringComparer.Ordinal);

        public IReadOnlyList<Affiliate> Found => [.. order.Select(p => found[p]).OrderBy(a => (a.Ground == "property" ? 2 : 0) + (a.State == "to be judged" ? 1 : 0))];

        /// <summary>Relations of the party; of its relatives their spouses, and of its spouses their relatives.</summary>
        public void AddPersons()
        {
            var ties = facts.Rows<Relation>().Select(r => (Row: r, Fact: (Relation)r.Fact)).SelectMany(x => new[] { (x.Fact.From, x.Fact.To, x.Fact.Kind, x.Row), (From: x.Fact.To, To: x.Fact.From, x.Fact.Kind, x.Row) })
                .ToLookup(t => t.From, t => (t.To, t.Kind, t.Row), StringComparer.Ordinal);
            foreach (var (other, kind, row) in ties[party])
            {
                var ground = RelationKinds.GroundOf(kind);
                Add(other, ground, ground != "other tie", ground == "other tie" ? $"{kind}: not a tie that the law names by itself" : kind, [row]);
            }

            foreach (var (near, nearKind, nearRow) in ties[party].Where(t => RelationKinds.GroundOf(t.Kind) == "relative").ToList())
            {
                foreach (var (other, kind, row) in ties[near].Where(t => t.To != party && RelationKinds.GroundOf(t.Kind) == "relative" && (RelationKinds.IsSpouse(nearKind) || RelationKinds.IsSpouse(t.Kind))))
                {
                    Add(other, "relative", true, $"{kind} of {near} ({nearKind})", [nearRow, row]);
                }
            }
        }

        /// <summary>Who controls the party, and what those control beside it.</summary>
        public void AddControllers()
        {
            foreach (var controller in ControlAnalyst.Controllers(facts, party, at, withFlows: false).Where(c => c.State != "no control"))
            {
                var certain = controller.State == "controls";
                Add(controller.Party, "controller", certain, certain ? $"controls {party}" : $"may control {party}: at the high ends of the declared ranges", controller.RestsOn ?? []);
                AddHeldBy(controller.Party, "common controller", certain, t => $"controlled by {controller.Party}, which {(certain ? "controls" : "may control")} {party}");
            }
        }

        /// <summary>What the party controls, and what its relatives, household and those who act for it or for whom it acts control.</summary>
        public void AddControlled()
        {
            AddHeldBy(party, "controlled", true, t => $"controlled by {party}");
            foreach (var person in order.Select(p => found[p]).Where(a => a.Ground is "relative" or "household" or "nominee").ToList())
            {
                AddHeldBy(person.Party, "controlled", person.State == "affiliate", t => $"controlled by {person.Party} ({person.Ground})");
            }
        }

        /// <summary>What nobody of them controls alone but the party and its affiliates hold more than half of the votes in together.</summary>
        public void AddJointlyControlled()
        {
            var group = order.Where(p => found[p].State == "affiliate").Append(party).ToHashSet(StringComparer.Ordinal);
            var reached = group.SelectMany(m => graph.VotesOf(m).Select(v => v.Target)).Distinct(StringComparer.Ordinal).Where(t => !group.Contains(t)).Order(StringComparer.Ordinal);
            foreach (var target in reached.Where(t => graph.OwnersWithVotes(t).Where(group.Contains).Sum(o => graph.Votes[(t, o)].Low) > .5m))
            {
                Add(target, "controlled", false, $"{party} and its affiliates hold more than half of the votes together, none of them alone", sources.Of(group, target));
            }
        }

        private void AddHeldBy(string owner, string ground, bool certain, Func<string, string> why)
        {
            var low = ControlAnalyst.Controlled(graph, owner, s => s.Low);
            foreach (var target in low.Keys.Where(t => t != owner))
            {
                Add(target, ground, certain, why(target), sources.Of(low.Keys, target));
            }

            var high = ControlAnalyst.Controlled(graph, owner, s => s.High);
            foreach (var target in high.Keys.Where(t => t != owner && !low.ContainsKey(t)))
            {
                Add(target, ground, false, why(target) + " at the high ends of the declared ranges only", sources.Of(high.Keys, target));
            }
        }

        private void Add(string other, string ground, bool certain, string why, IEnumerable<FactRow> rows) => Add(other, ground, certain, why, cite.Of(rows));

        /// <summary>The first ground counts; a certain one replaces one that is to be judged.</summary>
        private void Add(string other, string ground, bool certain, string why, IReadOnlyList<CitedFact> restsOn)
        {
            if (other == party || (found.TryGetValue(other, out var known) && (known.State != "to be judged" || !certain)))
            {
                return;
            }

            if (known is null)
            {
                order.Add(other);
            }

            var isProperty = property.Contains(other);
            found[other] = new Affiliate(other, graph.Name(other), isProperty ? "property" : ground, !certain ? "to be judged" : isProperty ? "property" : "affiliate", why, restsOn);
        }
    }
}

using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>Gathers what the explanation of each asset says from the results.</summary>
internal static class AssetStories
{
    public static IReadOnlyList<Sentence> Of(ExhibitView view, TargetTrace target) => Sentences.Of(Story(view, target));

    private static AssetStory Story(ExhibitView view, TargetTrace target)
    {
        var id = target.Target;
        string Money(long minor) => view.Money(minor, target.Currency);
        var assessment = view.AssessmentOf(id);
        var story = new AssetStory
        {
            Name = view.Names.Target(id),
            IsBalance = id.StartsWith("balance:", StringComparison.Ordinal),
            Cost = Money(target.Cost),
            Traced = Money(target.Traced),
            Reach = target.Reach.ToString(),
            HasTraced = target.Traced > 0,
            Rule = view.RuleName(view.Chosen.Rule),
            Profile = assessment?.Profile ?? view.Header.Profile,
            OrderMode = view.Content.OrderMode,
            CostCite = view.Rows.CostCite(id) is { Length: > 0 } cite ? cite : view.Cite("E", id),
            RulesCite = view.Cite("E", id),
            RatingCite = view.Cite("F", id),
            Credits = Credits(view, target),
            Explanations = [.. view.Explanations.Where(e => e.Asset == id.Split('#')[0])],
            Hops = target.Flow?.Hops.Count ?? 0,
        };
        var others = view.Content.Traces.Where(t => t.Rule != view.Chosen.Rule && t.Conserving).SelectMany(t => t.Targets.Where(x => x.Target == id)).Select(t => t.Traced).ToList();
        if (others.Count > 0)
        {
            story = story with { OthersLeast = Money(others.Min()), OthersMost = Money(others.Max()) };
        }

        if (view.Bounds.TryGetValue(id, out var b))
        {
            story = story with { Lower = Money(b.Lower), Upper = Money(b.UpperRecorded), UpperOut = Money(b.UpperOut), Floor = Money(b.Floor) };
        }

        return assessment is null ? story : Rated(view, target, assessment, story);
    }

    private static AssetStory Rated(ExhibitView view, TargetTrace target, Assessment a, AssetStory story)
    {
        var next = a.Tiers.FirstOrDefault(t => string.CompareOrdinal(t.Tier, a.HighestTier) > 0 && t.Gates.Any(g => g.State != "pass"));
        var loss = a.Without.Where(w => w is { Drop: > 0, SupportLow: not null }).OrderByDescending(w => w.Drop).ThenBy(w => w.Kind, StringComparer.Ordinal)
            .ThenBy(w => w.What, StringComparer.Ordinal).FirstOrDefault();
        story = story with
        {
            Support = Wording.Support(a.Support.Low, a.Support.High),
            Tier = a.HighestTier,
            NextTier = next?.Tier ?? "",
            NextMissing = [.. (next?.Gates ?? []).Where(g => g.State != "pass").Select(g => g.Missing.Length > 0 ? $"{g.Gate}: {g.Missing}" : $"{g.Gate} {g.Measured}, needed {g.Needed}")],
            LossOf = loss is null ? "" : $"{loss.Kind} {loss.What}",
            LossTo = loss is null ? "" : Wording.Support(loss.SupportLow, loss.SupportLow).Split(' ')[0],
            LossTier = loss?.Tier ?? "",
        };
        var weakest = a.Support.WeakestHop;
        if (target.Flow is not { } flow || weakest < 0 || weakest >= flow.Hops.Count)
        {
            return story;
        }

        var belief = weakest < a.Support.HopBelief.Count ? a.Support.HopBelief[weakest] : (double?)null;
        var items = ItemsOf(view, a, flow.Hops[weakest]);
        return story with { Weakest = Hop(view, flow.Hops[weakest], weakest), WeakestBelief = Wording.Weight(belief), WeakestItems = items };
    }

    /// <summary>The credits that the flow to this target begins with.</summary>
    private static List<Part> Credits(ExhibitView view, TargetTrace target)
    {
        var hops = target.Flow?.Hops.Where(h => h.Kind == "proceeds").DistinctBy(h => (h.Movement, h.Claim)) ?? [];
        var credits = new List<Part>();
        foreach (var hop in hops.OrderBy(h => h.Movement).ThenBy(h => h.Claim, StringComparer.Ordinal))
        {
            var owner = view.Register.Owners.IndexOf(hop.Claim);
            var mark = view.Register.Claims.FirstOrDefault(m => m.Movement == hop.Movement && m.Owner == owner) ?? view.Register.Claims.FirstOrDefault(m => m.Movement == hop.Movement);
            if (mark is not null)
            {
                var day = new Day(view.Ledger.CreditDay[mark.Movement]);
                credits.Add(new Part($"the credit of {day} named for episode {mark.Episode}", view.Rows.CreditCite(mark.Movement, mark.Owner)));
            }
        }

        return credits;
    }

    private static Part Hop(ExhibitView view, FlowHop hop, int index)
    {
        var number = $"hop {Wording.Number(index + 1L)}";
        if (hop.Movement < 0)
        {
            return new($"{number}, {(hop.Kind == "purchase" ? "a loan line of the purchase" : "cash proceeds")}", view.Rows.CostCite(hop.Target));
        }

        var day = new Day(hop.Kind == "proceeds" ? view.Ledger.CreditDay[hop.Movement] : view.Ledger.DebitDay[hop.Movement]);
        var cite = hop.Kind == "proceeds" ? view.Rows.CreditCite(hop.Movement) : view.Rows.LedgerCites(hop.Movement) is { Count: > 0 } cites ? cites[0] : "";
        var from = view.Ledger.Accounts[view.Ledger.Debited[hop.Movement]].Id;
        var to = view.Ledger.Accounts[view.Ledger.Credited[hop.Movement]].Id;
        var words = hop.Kind switch
        {
            "proceeds" => $"the credit of {day} to {to} named as proceeds",
            "purchase" => $"the payment of {day} from {from} for {view.Names.Target(hop.Target)}",
            _ => $"the transfer of {day} from {from} to {to}",
        };
        return new($"{number}, {words}", cite);
    }

    /// <summary>What proves a hop: the relied items that support its own element (definitions H4).</summary>
    private static List<string> ItemsOf(ExhibitView view, Assessment a, FlowHop hop)
    {
        if (hop.Movement < 0)
        {
            return [];
        }

        var kind = hop.Kind == "purchase" ? "link" : hop.Kind;
        var names = view.Ledger.RowsOf(hop.Movement).ToArray().SelectMany(r => new[] { $"{kind}:{r.Alias}", $"{kind}:{r}" }).Append($"{kind}:movement {hop.Movement}").ToHashSet(StringComparer.Ordinal);
        var supporting = a.Elements.Where(e => names.Contains(e.Element)).SelectMany(e => e.Supporting).Distinct(StringComparer.Ordinal);
        return [.. supporting.Select(i => Item(view, a, i))];
    }

    private static string Item(ExhibitView view, Assessment a, string id)
    {
        var weight = a.Weights.FirstOrDefault(w => w.Item == id);
        if (weight is null)
        {
            return $"item {id}";
        }

        var words = new List<string>();
        words.AddRange(new[] { view.Describe(id), view.Names.Root(weight.RootSource), weight.Grade.Length > 0 ? $"grade {weight.Grade}" : "ungraded", weight.Form }
            .Where(w => w.Length > 0));
        return $"item {id} ({string.Join(", ", words)})";
    }
}

namespace FinInvest.Graph.Present.Words;

/// <summary>
/// The plain explanation of one asset: what it cost, what was traced under the rule, what every rule agrees on, how well it is proved, what is missing.
/// Sentences describe movements and records, never intent; each figure carries the place it can be checked at.
/// </summary>
internal static class Sentences
{
    /// <summary>Gates named in the text; the whole work list stands in Schedule F.</summary>
    private const int MissingShownMax = 4;

    public static IReadOnlyList<Sentence> Of(AssetStory s)
    {
        var all = new List<Sentence>
        {
            new([new($"{s.Name} {(s.IsBalance ? "stands at" : "cost")} "), new(s.Cost, s.CostCite), new(".")]),
            Traced(s),
        };
        AddComparison(s, all);
        AddProof(s, all);
        AddTier(s, all);
        AddExplanations(s, all);
        return all;
    }

    private static Sentence Traced(AssetStory s)
    {
        var parts = new List<Part> { new($"Under the rule \"{s.Rule}\" (profile {s.Profile}, {s.OrderMode} order) ") };
        if (!s.HasTraced)
        {
            parts.Add(new("no part of it", s.RulesCite));
            parts.Add(new(" is traced to a credit named as proceeds."));
            return new(parts);
        }

        parts.Add(new(s.Traced, s.RulesCite));
        parts.Add(new($" of it ({s.Reach}) is traced to "));
        if (s.Credits.Count == 0)
        {
            parts.Add(new("the credits named in Schedule B"));
        }
        else if (s.Credits.Count > 1)
        {
            parts.Add(new($"{Wording.Count(s.Credits.Count, "credit")}: "));
        }

        for (var i = 0; i < s.Credits.Count; i++)
        {
            parts.Add(new((i == 0 ? "" : i == s.Credits.Count - 1 ? " and " : ", ") + s.Credits[i].Text, s.Credits[i].Cite));
        }

        parts.Add(new("."));
        return new(parts);
    }

    private static void AddComparison(AssetStory s, List<Sentence> all)
    {
        if (s.OthersLeast.Length > 0)
        {
            var figure = s.OthersLeast == s.OthersMost ? s.OthersLeast : $"{s.OthersLeast} to {s.OthersMost}";
            all.Add(new([new("Under the other rules of the comparison the figure is "), new(figure, s.RulesCite), new(".")]));
        }

        if (s.Lower.Length == 0)
        {
            return;
        }

        all.Add(new([new("On the recorded movements, no conserving rule listed in Schedule E can put it below L = "), new(s.Lower, s.RulesCite), new(" or above U = "), new(s.Upper, s.RulesCite), new(".")]));
        if (s.Floor != s.Lower)
        {
            all.Add(new([new("Whatever the order of the rows within a day, it is at least "), new(s.Floor, s.RulesCite), new(".")]));
        }

        if (s.UpperOut != s.Upper)
        {
            all.Add(new([new("If money that left the recorded accounts came back unseen, it could be up to "), new(s.UpperOut, s.RulesCite), new(".")]));
        }
    }

    private static void AddProof(AssetStory s, List<Sentence> all)
    {
        if (s.Support.Length > 0)
        {
            all.Add(s.Support == "n/a"
                ? new([new("Support is not applicable", s.RatingCite), new(", because nothing was traced under this rule.")])
                : new([new("Support is "), new(s.Support, s.RatingCite), new(", an index of how well the link is proved by the weights of Schedule F, not a probability of guilt.")]));
        }

        if (s.Weakest.Text.Length > 0)
        {
            var proof = s.WeakestItems.Count switch
            {
                0 => "no relied item supports it",
                1 => $"it rests only on {s.WeakestItems[0]}",
                _ => $"it rests on {Wording.List(s.WeakestItems)}",
            };
            all.Add(new([new($"The traced flow has {Wording.Count(s.Hops, "hop")}; its weakest point is "), new(s.Weakest.Text, s.Weakest.Cite), new($" (belief {s.WeakestBelief}): {proof}.")]));
        }

        if (s.LossOf.Length > 0)
        {
            all.Add(new([new($"Without {s.LossOf} the lower end of Support would be "), new(s.LossTo, s.RatingCite), new($" and the highest tier {s.LossTier}.")]));
        }
    }

    private static void AddTier(AssetStory s, List<Sentence> all)
    {
        if (s.Tier.Length == 0)
        {
            return;
        }

        var parts = new List<Part> { new("The highest tier whose gates are all passed is "), new(s.Tier, s.RatingCite) };
        if (s.NextTier.Length > 0)
        {
            var shown = s.NextMissing.Take(MissingShownMax).Select(m => m.TrimEnd('.')).ToList();
            var rest = s.NextMissing.Count > shown.Count ? $" ({shown.Count} of {s.NextMissing.Count} shown; all in Schedule F)" : "";
            parts.Add(new(shown.Count > 0 ? $"; for {s.NextTier} there is missing: {string.Join("; ", shown)}{rest}" : $"; {s.NextTier} is not passed"));
        }

        parts.Add(new("."));
        all.Add(new(parts));
    }

    private static void AddExplanations(AssetStory s, List<Sentence> all)
    {
        if (s.Explanations.Count == 0)
        {
            return;
        }

        var open = s.Explanations.Where(e => e.Status == "open").ToList();
        var raised = s.Explanations.Count == 1 ? "One lawful explanation was raised" : $"{Wording.Number(s.Explanations.Count)} lawful explanations were raised";
        var rest = open.Count == 0 ? "; each has been tested." : $"; not yet tested: {string.Join("; ", open.Select(e => e.Text.Length > 0 ? e.Text.TrimEnd('.') : e.Id))}.";
        all.Add(new([new(raised, s.RatingCite), new(rest)]));
    }
}

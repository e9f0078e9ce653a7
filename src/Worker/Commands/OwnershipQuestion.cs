using System.Globalization;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>One question about ownership, answered on the screen or in JSON.</summary>
internal sealed class OwnershipQuestion(CaseReview review, string target, Day at, bool json)
{
    /// <summary>Interests and control at the day; with a threshold the ultimate owners only.</summary>
    public int Owners(double? threshold)
    {
        var result = review.Ownership.Owners(target, at);
        var control = review.Ownership.Controllers(target, at);
        var ultimate = threshold is { } t ? review.Ownership.UltimateOwners(target, at, t) : null;
        var code = result.Owners.Count + control.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
        if (json)
        {
            JsonAnswer.Write("fininvest.ownership/1", review.File.Version, new
            {
                result.Target, result.At, result.Owners, result.UnknownLow, result.UnknownHigh, result.HasCycle, result.Notes, result.CirclingLow, result.CirclingHigh, Control = control,
                Threshold = threshold, UltimateOwners = ultimate,
            });
            return code;
        }

        var title = threshold is { } limit ? $"Ultimate owners of {target} on {at} that may hold {Percent(limit, limit)} or more" : $"Who is behind {target} on {at}";
        var table = Screen.Table(title + (result.HasCycle ? " (circular ownership)" : ""), "party", "name", ">interest", "through");
        foreach (var o in ultimate ?? result.Owners)
        {
            table.Row(o.Party, o.Name, Percent(o.Low, o.High), string.Join(", ", o.Through));
        }

        table.Row("unknown", "", Percent(result.UnknownLow, result.UnknownHigh), result.CirclingHigh > 0 ? $"of this {Percent(result.CirclingLow, result.CirclingHigh)} in a closed circle" : "");
        Screen.Show(table);
        ShowControl(control);
        foreach (var note in result.Notes)
        {
            Screen.Line("- " + note);
        }

        return code;
    }

    /// <summary>Every change of an interest or a control, by day.</summary>
    public int History()
    {
        var changes = review.Ownership.History(target);
        var code = changes.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
        if (json)
        {
            JsonAnswer.Write("fininvest.ownership-history/1", review.File.Version, new { Target = target, Changes = changes });
            return code;
        }

        Screen.Line(changes.Count == 0 ? $"Nobody declares an owner of {target}." : $"How the ownership of {target} changed (each state holds from the day named, until the next):");
        foreach (var day in changes.GroupBy(c => c.On))
        {
            Screen.Line();
            Screen.Line(day.Key is { } on ? on.ToString() : "Declared without a first day");
            foreach (var c in day)
            {
                Screen.Item(2, $"{(c.Name.Length == 0 || c.Name == c.Party ? c.Party : $"{c.Party} ({c.Name})")}: {Change(c)}");
            }

            foreach (var fact in day.SelectMany(c => c.RestsOn).Distinct())
            {
                Screen.Item(4, $"{fact.Id}, {fact.Place}: {fact.Says}");
            }
        }

        return code;
    }

    /// <summary>Who and what is affiliated with a party, with the ground of each.</summary>
    public int Affiliates()
    {
        var found = review.Ownership.Affiliates(target, at);
        var code = found.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
        if (json)
        {
            JsonAnswer.Write("fininvest.affiliates/1", review.File.Version, new { Party = target, At = at, Affiliates = found });
            return code;
        }

        Screen.Line(found.Count == 0 ? $"The case declares nobody affiliated with {target} on {at}." : $"Affiliated with {target} on {at}, by the declared ties and interests:");
        foreach (var group in found.GroupBy(a => (a.State, Property: a.Ground == "property")))
        {
            Screen.Line();
            Screen.Line(group.Key switch
            {
                ("affiliate", _) => "Affiliates",
                ("property", _) => "Accounts and assets that they hold or control",
                (_, true) => "Accounts and assets, to be judged by a person",
                _ => "To be judged by a person",
            });
            foreach (var a in group)
            {
                Screen.Item(2, $"{(a.Name == a.Party ? a.Party : $"{a.Party} ({a.Name})")}: {(a.Ground is "property" or "controlled" or "common controller" or "controller" ? "" : a.Ground + ": ")}{a.Sentence}");
                foreach (var fact in a.RestsOn)
                {
                    Screen.Item(4, $"{fact.Id}, {fact.Place}: {fact.Says}");
                }
            }
        }

        return code;
    }

    /// <summary>Votes are of a company; an account or asset is held.</summary>
    private string Of => review.File.Facts.All<Asset>().Any(a => a.Id == target) || review.File.Facts.All<AccountHolder>().Any(h => h.Account == target) ? "of it" : "of the votes";

    private void ShowControl(IReadOnlyList<ControlResult> control)
    {
        var say = control.Where(c => c.State != "no control").ToList();
        if (control.Count == 0)
        {
            return;
        }

        if (say.Count == 0)
        {
            var most = control[0];
            Screen.Line($"Control: nobody holds more than half {Of} alone or through what it controls. {Who(most)} has the largest say: at most {Percent(most.Flow ?? 0, most.Flow ?? 0)} through all chains.");
        }

        foreach (var c in say)
        {
            var by = c.Notes.Count > 0 ? string.Join(" ", c.Notes) : $"{Percent(c.Votes, c.VotesHigh)} {Of}{(c.Through.Count == 1 && c.Through[0] == c.Party ? "" : $", held through {string.Join(", ", c.Through)}")}";
            Screen.Line($"Control: {Who(c)} {c.State}: {by}");
        }
    }

    private static string Who(ControlResult c) => c.Name.Length == 0 || c.Name == c.Party ? c.Party : $"{c.Party} ({c.Name})";

    private static string Change(OwnershipChange c)
    {
        List<string> parts = [];
        var (was, now) = (Percent(c.LowBefore, c.HighBefore), Percent(c.Low, c.High));
        if (was != now)
        {
            parts.Add($"interest from {was} to {now}");
        }

        if (c.ControlBefore != c.Control)
        {
            parts.Add($"from \"{c.ControlBefore}\" to \"{c.Control}\"");
        }

        return parts.Count > 0 ? string.Join("; ", parts) : $"interest {now}, changed by less than a hundredth of a percent";
    }

    private static string Percent(double low, double high)
    {
        static string One(double v) => (v * 100).ToString("0.##", CultureInfo.InvariantCulture);
        return One(low) == One(high) ? One(low) + " %" : $"{One(low)} - {One(high)} %";
    }
}

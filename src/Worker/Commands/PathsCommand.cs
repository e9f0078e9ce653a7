using System.CommandLine;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Trace.Paths;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest paths ASSET: the k best paths to the asset, and on demand the leads beside them.</summary>
internal static class PathsCommand
{
    private static readonly Day Ever = new(-1_000_000);
    private static readonly Day Never = new(1_000_000);

    public static Command Build()
    {
        var target = new Argument<string>("target") { Description = "An asset, balance:ACCOUNT, or a party, company or asset that holders tie to accounts." };
        var k = new Option<int>("--best", "-k") { Description = "How many paths.", DefaultValueFactory = _ => 5 };
        var key = new Option<string>("--by") { Description = "amount (largest smallest amount), arrival (earliest), steps (fewest) or evidence (best proved).", DefaultValueFactory = _ => "amount" };
        var hops = new Option<int>("--hops") { Description = "Most transfers on a path.", DefaultValueFactory = _ => 8 };
        var from = new Option<string?>("--from") { Description = "Only from a claim, act, episode or proceeds id, account:ID, or party:ID (its holder and control links come first)." };
        var since = new Option<string?>("--since") { Description = "Only movements from this day, yyyy-mm-dd." };
        var until = new Option<string?>("--until") { Description = "Only movements up to this day." };
        var gap = new Option<int?>("--gap") { Description = "Most days between money coming in and going on." };
        var least = new Option<long?>("--least") { Description = "Least amount a hop, in minor units." };
        var share = new Option<decimal?>("--share") { Description = "Least part of the proceeds that each hop carries, above 0 and at most 1." };
        var links = new Option<int>("--links") { Description = "Most links in a row before, after or between payments.", DefaultValueFactory = _ => 4 };
        var leads = new Option<int>("--leads") { Description = "Also so many association paths, apart: a link or cash between two payments.", DefaultValueFactory = _ => 0 };
        var ties = new Option<int>("--ties") { Description = "How many paths are listed that tie with the last one.", DefaultValueFactory = _ => 20 };
        var backward = new Option<bool>("--backward") { Description = "Tell each path from the target back." };
        var simple = new Option<string>("--simple") { Description = "parties (no account and no party twice) or accounts.", DefaultValueFactory = _ => "parties" };
        var order = new Option<string>("--order") { Description = "time, or window (no time order inside the window).", DefaultValueFactory = _ => "time" };
        var workspace = CommandRun.Workspace();
        var at = CommandRun.At();
        var budget = CommandRun.BudgetRows();
        var json = CommandRun.Json();
        var command = new Command("paths", "By which paths the money came, best first.\nExample: fininvest paths FLAT -k 3 --by arrival --gap 30")
        {
            target, k, key, hops, from, since, until, gap, least, share, links, leads, ties, backward, simple, order, workspace, at, budget, json,
        };
        command.Validators.Add(r =>
        {
            foreach (var (option, allowed) in new[] { (key, new[] { "amount", "arrival", "steps", "evidence" }), (simple, ["parties", "accounts"]), (order, ["time", "window"]) })
            {
                if (r.GetValue(option) is { } v && !allowed.Contains(v, StringComparer.Ordinal))
                {
                    r.AddError($"{option.Name} takes {string.Join(", ", allowed)}, not '{v}'.");
                }
            }
        });
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), r.GetValue(at), (CaseReview review, CancellationToken _) =>
        {
            var options = new PathOptions
            {
                K = r.GetValue(k), Key = r.GetRequiredValue(key), HopsMax = r.GetValue(hops), LeastMinor = r.GetValue(least), SimpleAccounts = r.GetValue(simple) == "accounts",
                OrderWindow = r.GetValue(order) == "window", From = r.GetValue(from), Window = Window(r.GetValue(since), r.GetValue(until)), GapDaysMax = r.GetValue(gap),
                CarriedShareMin = r.GetValue(share), LinksMax = r.GetValue(links), LeadsMax = r.GetValue(leads), TiesMax = r.GetValue(ties), Backward = r.GetValue(backward),
            };
            var result = review.Paths(review.PathTarget(r.GetRequiredValue(target)), options);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.paths/1", review.File.Version, result, review.File.Extent);
            }
            else
            {
                Show(review, result);
                Screen.Part(review.File);
            }

            return Task.FromResult(result.Paths.Count > 0 || result.Leads is { Count: > 0 } ? ExitCodes.Done : ExitCodes.NothingFound);
        }, ct, CommandRun.Budget(r.GetValue(budget), [r.GetRequiredValue(target)]), secondsAMillion: 0.6));
        return command;
    }

    private static DayRange? Window(string? since, string? until) => since is null && until is null ? null : new DayRange(Typed(since) ?? Ever, Typed(until) ?? Never);

    private static Day? Typed(string? text) => text is null ? null : Day.TryParse(text, out var d) ? d : throw new ArgumentException($"'{text}' is no day: type yyyy-mm-dd.");

    private static void Show(CaseReview review, PathResult result)
    {
        Screen.Line($"{result.Target}: {result.Paths.Count} of {Count(result.Found, "path")} ({Count(result.Chains, "chain")} of transfers), by {result.Key}{(result.Cut.Length > 0 ? "; " + result.Cut : "")}");
        Show(review, result.Paths);
        if (result.Leads is { } leads)
        {
            Screen.Line();
            Screen.Line($"Leads (T0), no path of money: {result.LeadsCut}");
            Show(review, leads);
        }
    }

    private static void Show(CaseReview review, IReadOnlyList<AssetPath> paths)
    {
        var number = 0;
        foreach (var path in paths)
        {
            var d = review.Decimals(path.Currency);
            Screen.Line();
            Screen.Line($"{++number}. {string.Join(" > ", path.Accounts)}");
            Screen.Item(3, $"least {Screen.Money(path.Least, d)} {path.Currency}{(path.CarriedShare is { } share ? $" ({share} of the proceeds)" : "")}, arrives {path.Arrival}"
                + $"{(path.OtherChains > 0 ? $", {Count(path.OtherChains, "more chain")} over the same accounts" : "")}");
            foreach (var note in path.Notes)
            {
                Screen.Item(3, "! " + note);
            }

            foreach (var hop in path.Hops)
            {
                Show(review, hop);
            }
        }
    }
    /// <summary>A payment: its day, amount and rows, below it from where to where; a link on one line.</summary>
    private static void Show(CaseReview review, PathHop hop)
    {
        if (hop.Kind is not ("money" or "cash" or "pooled"))
        {
            Screen.Item(3, $"{hop.Kind}: {hop.From} > {hop.To}  {hop.Text}");
            return;
        }

        var currency = review.AccountCurrency(hop.To) ?? review.AccountCurrency(hop.From) ?? "";
        var rows = hop.Movement >= 0 ? string.Join(" ", review.File.Reconciliation.Ledger.RowsOf(hop.Movement).ToArray()) : hop.Text;
        Screen.Item(3, $"{hop.Day}  {Screen.Money(hop.CreditMinor, review.Decimals(currency))} {currency}  [{rows}]");
        Screen.Item(15, $"{hop.From} > {hop.To}");
    }

    private static string Count(long number, string what) => $"{number:N0} {what}{(number == 1 ? "" : "s")}";
}

using System.CommandLine;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Trace.Paths;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest paths ASSET: the k best paths from a named credit to the asset.</summary>
internal static class PathsCommand
{
    public static Command Build()
    {
        var target = new Argument<string>("asset") { Description = "An asset, or balance:ACCOUNT." };
        var k = new Option<int>("--best", "-k") { Description = "How many paths.", DefaultValueFactory = _ => 5 };
        var key = new Option<string>("--by") { Description = "amount, arrival or steps.", DefaultValueFactory = _ => "amount" };
        var hops = new Option<int>("--hops") { Description = "Longest path.", DefaultValueFactory = _ => 8 };
        var least = new Option<long?>("--least") { Description = "Least amount a hop, in minor units." };
        var simple = new Option<string>("--simple") { Description = "parties (no account and no party twice) or accounts.", DefaultValueFactory = _ => "parties" };
        var order = new Option<string>("--order") { Description = "time, or window (no time order inside the window).", DefaultValueFactory = _ => "time" };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("paths", "By which paths the money came, best first.\nExample: fininvest paths FLAT -k 3 --by arrival") { target, k, key, hops, least, simple, order, workspace, json };
        command.Validators.Add(r =>
        {
            foreach (var (option, allowed) in new[] { (key, new[] { "amount", "arrival", "steps" }), (simple, ["parties", "accounts"]), (order, ["time", "window"]) })
            {
                if (r.GetValue(option) is { } v && !allowed.Contains(v, StringComparer.Ordinal))
                {
                    r.AddError($"{option.Name} takes {string.Join(", ", allowed)}, not '{v}'.");
                }
            }
        });
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), (CaseReview review, CancellationToken _) =>
        {
            var options = new PathOptions
            {
                K = r.GetValue(k), Key = r.GetRequiredValue(key), HopsMax = r.GetValue(hops), LeastMinor = r.GetValue(least), SimpleAccounts = r.GetValue(simple) == "accounts",
                OrderWindow = r.GetValue(order) == "window",
            };
            var result = review.Paths(review.File.Target(r.GetRequiredValue(target)), options);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.paths/1", review.File.Version, result);
            }
            else
            {
                Show(review, result);
            }

            return Task.FromResult(result.Paths.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound);
        }, ct));
        return command;
    }

    private static void Show(CaseReview review, PathResult result)
    {
        Screen.Line($"{result.Target}: {result.Paths.Count} of {result.Found:N0} paths ({result.Chains:N0} chains of transfers), by {result.Key}{(result.Cut.Length > 0 ? "; " + result.Cut : "")}");
        var number = 0;
        foreach (var path in result.Paths)
        {
            var d = review.Decimals(path.Currency);
            Screen.Line();
            Screen.Line($"{++number}. {string.Join(" > ", path.Accounts)}");
            Screen.Line($"   least {Screen.Money(path.Least, d)} {path.Currency}, arrives {path.Arrival}{(path.OtherChains > 0 ? $", {path.OtherChains:N0} more chains over the same accounts" : "")}{(path.Notes.Count > 0 ? "; " + string.Join("; ", path.Notes) : "")}");
            foreach (var hop in path.Hops)
            {
                var rows = hop.Movement >= 0 ? string.Join(" ", review.File.Reconciliation.Ledger.RowsOf(hop.Movement).ToArray()) : hop.Text;
                Screen.Line(hop.Kind == "money" ? $"   {hop.Day}  {hop.From} > {hop.To}  {Screen.Money(hop.CreditMinor, d)}  [{rows}]" : $"   {hop.Kind}: {hop.From} > {hop.To}  {hop.Text}");
            }
        }
    }
}

using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Trace.Elections;
using FinInvest.Graph.Trace.Orders;
using FinInvest.Graph.Trace.Rules;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest trace: one rule for the assets asked, or all rules side by side; in the statement's order or in the worst and best ones of unproved days.</summary>
internal static class TraceCommand
{
    private const string Examples = """
        How much of an asset comes from the crime, under which rule.
        Examples: fininvest trace                        all assets, all rules
                  fininvest trace --all                  also methods that do not conserve money
                  fininvest trace --all --pool ACC-1 ACC-2 --poison-threshold 5 --action-day 2024-03-01
                  fininvest trace FLAT --rule own-first
                  fininvest trace FLAT --order worst     least over the orders of days without evidenced order
                  fininvest trace FLAT CAR --rule election    the order of the assets is the claimant's choice
        """;

    public static Command Build()
    {
        var targets = new Argument<string[]>("asset") { Description = "Assets, or balance:ACCOUNT; none = every asset.", Arity = ArgumentArity.ZeroOrMore };
        var rule = new Option<string?>("--rule", "-r") { Description = "The rule; none = all rules side by side." };
        var order = new Option<string>("--order") { Description = "Order inside days without evidenced order: statement, best or worst.", DefaultValueFactory = _ => OrderModes.Statement };
        order.AcceptOnlyFromAmong(OrderModes.Statement, OrderModes.Best, OrderModes.Worst);
        var all = new Option<bool>("--all") { Description = "Also the methods that do not conserve money: they may lie outside [L, U]." };
        var methods = new MethodOptions(all);
        var workspace = CommandRun.Workspace();
        var at = CommandRun.At();
        var budget = CommandRun.BudgetRows();
        var json = CommandRun.Json();
        var command = new Command("trace", Examples.ReplaceLineEndings("\n")) { targets, rule, order, all, workspace, at, budget, json };
        methods.AddTo(command);
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), r.GetValue(at), (CaseReview review, CancellationToken _) =>
        {
            var asked = review.Targets(r.GetValue(targets) ?? []);
            if (r.GetValue(rule) == Election.Id)
            {
                Elect(review, asked, r.GetValue(json));
                return Task.FromResult(ExitCodes.Done);
            }

            Trace(review, asked, r.GetValue(rule), r.GetRequiredValue(order), r.GetValue(all) ? methods.Read(r) : null, r.GetValue(json));
            return Task.FromResult(ExitCodes.Done);
        }, ct, CommandRun.Budget(r.GetValue(budget), r.GetValue(targets) ?? []), secondsAMillion: 1.5));
        return command;
    }

    private static void Trace(CaseReview review, IReadOnlyList<string> asked, string? rule, string order, OtherRuleOptions? methods, bool json)
    {
        var unevidenced = OrderModes.OnCorridor(review.File.Reconciliation, asked).Count;
        var note = unevidenced == 0 ? "Every day group on the corridor has an evidenced order." : $"{unevidenced} {(unevidenced == 1 ? "day group on the corridor has" : "day groups on the corridor have")} no evidenced order; --order worst and --order best say what that may change.";
        IReadOnlyList<TraceResult> results;
        if (order == OrderModes.Statement)
        {
            results = rule is not null ? [review.Trace(rule, asked, [])] : review.Compare(asked);
        }
        else
        {
            var ranges = review.Orders(rule is not null ? [rule] : CaseReview.ComparedRules, asked, inFull: true);
            results = [.. ranges.Select(o => (order == OrderModes.Best ? o.Best : o.Worst) ?? throw new CaseQuestionException($"{o.Sentence} (fininvest bounds)"))];
            note = ranges[0].Sentence;
        }

        var others = methods is not null ? review.OtherFigures(asked, methods) : [];
        if (json)
        {
            var owners = review.File.Reconciliation.Register.Owners;
            JsonAnswer.Write("fininvest.trace/1", review.File.Version, new
            {
                Results = results.Select(x => x with { Targets = [.. x.Targets.Select(t => t with { Flow = null })] }),
                Victims = results.Select(x => new { x.Rule, Amounts = x.Targets.SelectMany(t => VictimAmount.Of(owners, t)) }),
                Order = note,
                NotConserving = others,
            }, review.File.Extent);
            return;
        }

        if (results.Count == 1)
        {
            ShowOne(review, results[0]);
        }
        else
        {
            RuleTable.Show(review, asked, results, null);
            Screen.Line("No rule is the rule: choose one with --rule and say why. What holds under all of them: fininvest bounds");
        }

        Screen.Line("Order inside a day: " + note);
        Screen.Part(review.File);
        ShowOthers(review, others);
    }

    private static void ShowOne(CaseReview review, TraceResult result)
    {
        foreach (var t in result.Targets)
        {
            var decimals = review.Decimals(t.Currency);
            var table = Screen.Table($"{t.Target}: {Screen.Money(t.Traced, decimals)} of {Screen.Money(t.Cost, decimals)} {t.Currency} ({t.Reach}) under {result.Rule}, {result.OrderMode} order", "owner", ">paid " + t.Currency, ">held " + t.Currency);
            foreach (var o in t.Paid)
            {
                var held = t.Held is null ? o.Minor : t.Held.FirstOrDefault(h => h.Owner == o.Owner)?.Minor ?? 0;
                table.Row(o.Owner, Screen.Money(o.Minor, decimals), Screen.Money(held, decimals));
            }

            Screen.Show(table);
            foreach (var v in VictimAmount.Of(review.File.Reconciliation.Register.Owners, t))
            {
                Screen.Item(2, $"of it from victim {(v.Victim.Length > 0 ? v.Victim : "(not named)")}: {Screen.Money(v.Paid, decimals)} {v.Currency}, held {Screen.Money(v.Held, decimals)} {v.Currency}");
            }
        }

        foreach (var c in result.Claims)
        {
            Screen.Line($"{c.Claim}: charged {Screen.Money(c.Charged, review.Decimals(c.Currency))} {c.Currency}");
        }
    }

    private static void ShowOthers(CaseReview review, IReadOnlyList<OtherFigure> figures)
    {
        if (figures.Count == 0)
        {
            return;
        }

        var table = Screen.Table("Not conserving: may lie outside [L, U]", "method", "of", "owner", ">amount");
        foreach (var f in figures.Where(f => f.Minor is not null))
        {
            table.Row(f.Rule, f.Subject, f.Owner, $"{Screen.Money(f.Minor!.Value, review.Decimals(f.Currency))} {f.Currency}");
        }

        Screen.Show(table);
        foreach (var line in figures.Where(f => f.Minor is null).Select(f => $"{f.Rule}: {f.Reason}").Distinct(StringComparer.Ordinal))
        {
            Screen.Line(line);
        }
    }

    private static void Elect(CaseReview review, IReadOnlyList<string> asked, bool json)
    {
        var result = Election.Run(review.File.Reconciliation, asked);
        if (json)
        {
            JsonAnswer.Write("fininvest.election/1", review.File.Version, result, review.File.Extent);
            return;
        }

        var decimals = review.Decimals(result.Currency);
        var table = Screen.Table("Election: what each asset takes after those before it", "asset", ">cost", ">elected");
        foreach (var t in result.Targets)
        {
            table.Row(t.Target, $"{Screen.Money(t.Cost, review.Decimals(t.Currency))} {t.Currency}", $"{Screen.Money(t.Elected, decimals)} {result.Currency}");
        }

        Screen.Show(table);
        Screen.Line(result.NotElected is { } rest ? $"Not elected: {Screen.Money(rest, decimals)} of {Screen.Money(result.Established!.Value, decimals)} {result.Currency} charged."
            : "Not elected: n/a, claims and assets are in several currencies.");
        Screen.Line(result.Sentence);
        Screen.Part(review.File);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using FinInvest.Graph.Trace.Rules;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>What the methods beside the conserving rules need to be told, as options of a command; wrong ones are refused with a sentence.</summary>
internal sealed class MethodOptions
{
    private readonly Option<string[]> pool = new("--pool") { Description = "Pari passu: the accounts of the pool (none = all).", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
    private readonly Option<string?> period = new("--period") { Description = "Pari passu: contributions of these days only, FROM..TO." };
    private readonly Option<string?> threshold = new("--poison-threshold") { Description = "Poison: contaminated only above this per cent of crime money (none = any)." };
    private readonly Option<string?> actionDay = new("--action-day") { Description = "18 U.S.C. 984: the day the action starts, yyyy-mm-dd." };
    private readonly Option<bool> all;

    /// <param name="all">The option that asks for the methods at all.</param>
    public MethodOptions(Option<bool> all) => this.all = all;

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { pool, period, threshold, actionDay })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(Check);
    }

    public OtherRuleOptions Read(ParseResult r)
    {
        var accounts = r.GetValue(pool) is { Length: > 0 } named ? named.Distinct(StringComparer.Ordinal).ToArray() : null;
        return new OtherRuleOptions(accounts, Period(r.GetValue(period)), Percent(r.GetValue(threshold)) ?? 0, DayOf(r.GetValue(actionDay)));
    }

    private void Check(CommandResult r)
    {
        var given = new (Option Option, string? Text, bool Good, string Needed)[]
        {
            (pool, r.GetValue(pool) is { Length: > 0 } named ? string.Join(' ', named) : null, true, ""),
            (period, r.GetValue(period), Period(r.GetValue(period)) is not null, "two days, the first not after the last: 2023-01-01..2023-06-30"),
            (threshold, r.GetValue(threshold), Percent(r.GetValue(threshold)) is not null, "a whole per cent from 0 to 99"),
            (actionDay, r.GetValue(actionDay), DayOf(r.GetValue(actionDay)) is not null, "a day: 2023-06-30"),
        };
        foreach (var (option, text, good, needed) in given.Where(g => g.Text is not null))
        {
            if (!good)
            {
                r.AddError($"{option.Name} takes {needed}; '{text}' is none.");
            }
            else if (!r.GetValue(all))
            {
                r.AddError($"{option.Name} speaks to the methods that do not conserve money: add {all.Name}.");
            }
        }
    }

    private static DayRange? Period(string? text)
    {
        var ends = text?.Split("..") ?? [];
        return ends.Length == 2 && Day.TryParse(ends[0], out var from) && Day.TryParse(ends[1], out var to) && from <= to ? new DayRange(from, to) : null;
    }

    private static int? Percent(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var percent) && percent < 100 ? percent : null;

    private static Day? DayOf(string? text) => text is not null && Day.TryParse(text, out var day) ? day : null;
}

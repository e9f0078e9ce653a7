using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Versions;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest find: rows by name, IBAN, text, amount, date.</summary>
internal static class FindCommand
{
    public static Command Build()
    {
        var text = new Argument<string>("text") { Description = "A name, an IBAN, words of the remittance text.", DefaultValueFactory = _ => "" };
        var amount = new Option<string?>("--amount") { Description = "An amount, or FROM..TO, in the currency's units." };
        var days = new Option<string?>("--days") { Description = "A day, or FROM..TO." };
        var account = new Option<string>("--account") { Description = "Only this account.", DefaultValueFactory = _ => "" };
        var max = new Option<int>("--max") { Description = "Rows shown.", DefaultValueFactory = _ => 25 };
        var workspace = CommandRun.Workspace();
        var at = CommandRun.At();
        var json = CommandRun.Json();
        var command = new Command("find", "Find rows by name, IBAN, text, amount or day.\nExample: fininvest find \"import contract\" --amount 1000..50000 --days 2023-03-01..2023-04-30")
            { text, amount, days, account, max, workspace, at, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore w, CancellationToken c) =>
        {
            var version = await CaseVersions.ResolveAsync(w.Case, r.GetValue(at), c);
            var facts = await w.Case.FactsAsync(version, c);
            var currencies = facts.Header?.Currencies ?? [];
            var exponent = currencies.Count > 0 ? currencies.Max(x => x.Exponent) : 2;
            var (from, to) = Amounts(r.GetValue(amount), exponent);
            var query = new FindQuery(r.GetRequiredValue(text), r.GetRequiredValue(account), from, to, Days(r.GetValue(days)), r.GetValue(max));
            var found = await w.Case.FindAsync(query, version, c);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.find/1", version, found);
            }
            else
            {
                foreach (var row in found.Rows)
                {
                    var decimals = currencies.FirstOrDefault(x => x.Code == row.Currency) is { Code: not null } known ? known.Exponent : 2;
                    Screen.Entry($"{row.Row}  {row.BookingDay}  {Screen.Money(row.Minor, decimals)} {row.Currency}",
                        $"{row.Account}  {(row.Minor < 0 ? "to" : "from")}  {Either(row.CounterpartyName, row.Counterparty)}", row.Text);
                }

                if (found.Total > 0)
                {
                    Screen.Line($"{found.Rows.Count} of {found.Total:N0} rows");
                }
            }

            return found.Total > 0 ? ExitCodes.Done : r.GetValue(json) ? ExitCodes.NothingFound
                : throw new CaseQuestionException("No row fits. A text may be part of a name, account, reference or remittance text; see fininvest find --help.");
        }, ct));
        return command;
    }

    private static string Either(string name, string id) => name.Length > 0 && id.Length > 0 ? $"{name} ({id})" : name.Length > 0 ? name : id.Length > 0 ? id : "somebody the row does not name";

    private static (long? From, long? To) Amounts(string? text, int exponent)
    {
        if (text is null)
        {
            return (null, null);
        }

        var ends = text.Split("..");
        return (Minor(ends[0], exponent), Minor(ends[^1], exponent));
    }

    private static long Minor(string text, int exponent)
    {
        if (!decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var value))
        {
            throw new ArgumentException($"'{text}' is no amount: type 1250.50 or 1000..5000.");
        }

        for (var i = 0; i < exponent; i++)
        {
            value *= 10;
        }

        return (long)value;
    }

    private static DayRange? Days(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var ends = text.Split("..");
        return Day.TryParse(ends[0], out var from) && Day.TryParse(ends[^1], out var to) ? new DayRange(from, to) : throw new ArgumentException($"'{text}' is no day: type 2023-03-01 or 2023-03-01..2023-04-30.");
    }
}

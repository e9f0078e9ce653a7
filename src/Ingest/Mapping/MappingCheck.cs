using System.Globalization;
using FinInvest.Graph.Ingest.Delimited;
using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>Everything that would make a mapping unusable, found before a file is opened.</summary>
internal static class MappingCheck
{
    private static readonly string[] MoneyColumns = ["fee"];
    private static readonly string[] PostingColumns = [.. MoneyColumns, "debit", "credit", "direction"];
    private static readonly string[] TransferColumns = [.. MoneyColumns, "statement", "row", "from_balance_before", "to_balance_before"];

    public static IReadOnlyList<string> Problems(RecordMapping mapping)
    {
        var problems = new List<string>();
        if (mapping.Schema != RecordMapping.SchemaName)
        {
            problems.Add($"schema is '{mapping.Schema}'; this program reads {RecordMapping.SchemaName}.");
        }

        if (string.IsNullOrWhiteSpace(mapping.Name))
        {
            problems.Add("name is empty.");
        }

        if (mapping.Files is not { Count: > 0 })
        {
            problems.Add("files is empty.");
        }

        foreach (var (file, i) in (mapping.Files ?? []).Select((f, i) => (f, i + 1)))
        {
            problems.AddRange(Problems(file).Select(p => string.Create(CultureInfo.InvariantCulture, $"files, entry {i} ({file.Pattern}): {p}")));
        }

        return problems;
    }

    private static IEnumerable<string> Problems(FileMapping file)
    {
        if (FactFiles.All.FirstOrDefault(f => f.Name == file.Target) is not { } target)
        {
            yield return $"target '{file.Target}' is none of {string.Join(", ", FactFiles.All.Select(f => f.Name))}.";
            yield break;
        }

        foreach (var problem in Choices(file).Concat(Columns(file, target)).Concat(Dates(file)).Concat(Movements(file)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Choices(FileMapping file)
    {
        if (!TextSource.Encodings.Contains(file.Encoding, StringComparer.Ordinal))
        {
            yield return $"encoding '{file.Encoding}' is none of {string.Join(", ", TextSource.Encodings)}.";
        }

        if (file.Delimiter != "tab" && (file.Delimiter.Length != 1 || file.Delimiter is "\n" or "\r" || file.Delimiter == file.Quote))
        {
            yield return "delimiter is one character, or \"tab\".";
        }

        if (file.Quote.Length > 1)
        {
            yield return "quote is one character, or \"\".";
        }

        if (file.Decimal.Length != 1 || char.IsAsciiDigit(file.Decimal[0]) || file.Thousands.Contains(file.Decimal, StringComparison.Ordinal) || file.Thousands.Any(char.IsAsciiDigit))
        {
            yield return "decimal is one character and not one of thousands.";
        }

        if (file.Rounding is not ("" or "half-even" or "half-up" or "down"))
        {
            yield return $"rounding '{file.Rounding}' is none of half-even, half-up, down.";
        }

        if (file.Order is not ("ascending" or "descending"))
        {
            yield return $"order '{file.Order}' is neither ascending nor descending.";
        }

        if (file.FeeFrom is not ("sender" or "receiver"))
        {
            yield return $"fee_from '{file.FeeFrom}' is neither sender nor receiver.";
        }

        if (file.Statement.Balances is not ("auto" or "none"))
        {
            yield return $"statement.balances '{file.Statement.Balances}' is neither auto nor none.";
        }

        foreach (var rule in file.Lines.Where(r => r.Is is not ("skip" or "opening" or "closing" or "account") || r.Starts.Length == 0))
        {
            yield return $"lines: '{rule.Starts}' is '{rule.Is}'; it is skip, opening, closing or account, and starts with some text.";
        }
    }

    private static IEnumerable<string> Columns(FileMapping file, FactFile target)
    {
        var extra = target.Build is not null ? [] : file.Target == "transfers" ? TransferColumns : PostingColumns;
        foreach (var (name, column) in file.Columns)
        {
            if (target.IndexOf(name) < 0 && !extra.Contains(name, StringComparer.Ordinal))
            {
                yield return $"columns: {file.Target} has no '{name}'; it has {string.Join(", ", target.Columns.Select(c => c.Name).Concat(extra))}.";
            }
            else if ((column.Column is not null ? 1 : 0) + (column.Position is not null ? 1 : 0) + (column.Constant is not null ? 1 : 0) != 1)
            {
                yield return $"columns: '{name}' takes its value from one of column, position, constant.";
            }
            else if (column.Position is < 1 or > Limits.ColumnsMax)
            {
                yield return $"columns: '{name}' has position {column.Position}; the first column is 1.";
            }
            else if (column.Column is not null && !file.Header)
            {
                yield return $"columns: '{name}' is named, but the file has no header: give its position.";
            }
        }

        foreach (var needed in target.Columns.Where(c => c.Required && c.Name != "amount" && !file.Columns.ContainsKey(c.Name)))
        {
            yield return $"columns: {file.Target} needs '{needed.Name}'.";
        }
    }

    private static IEnumerable<string> Dates(FileMapping file)
    {
        var baseDay = Day.None;
        if (file.DaysSince.Length > 0 && !Day.TryParse(file.DaysSince, out baseDay))
        {
            yield return $"days_since '{file.DaysSince}' is no day such as 2017-01-01.";
        }

        foreach (var pattern in file.Dates.Concat(file.Columns.Values.SelectMany(c => c.Dates ?? [])).Distinct(StringComparer.Ordinal))
        {
            if (!DateFormat.TryOf(pattern, baseDay, out _))
            {
                yield return pattern == "days" ? "dates: 'days' needs days_since." : $"dates: '{pattern}' is no date pattern; write it like dd.MM.yyyy HH:mm:ss.";
            }
        }

        if (file.Dates.Count == 0)
        {
            yield return "dates is empty.";
        }

        if (!BankClock.TryZone(file.Zone, out _))
        {
            yield return $"zone '{file.Zone}' is not known here; write it like Asia/Almaty.";
        }

        foreach (var day in new[] { file.Statement.From, file.Statement.To }.OfType<string>().Where(d => !Day.TryParse(d, out _)))
        {
            yield return $"statement: '{day}' is no day such as 2017-01-01.";
        }
    }

    private static IEnumerable<string> Movements(FileMapping file)
    {
        bool Has(string name) => file.Columns.ContainsKey(name);
        if (file.Target is "postings" or "transfers" && !Has("booking_day") && !Has("instant"))
        {
            yield return "columns: booking_day or instant is needed.";
        }

        if (file.Target == "transfers" && (!Has("from") || !Has("to") || !Has("amount")))
        {
            yield return "columns: transfers need from, to and amount.";
        }

        if (file.Target == "postings" && Has("amount") == (Has("debit") || Has("credit")))
        {
            yield return "columns: postings need either amount, or debit and credit.";
        }

        if (Has("direction") && (!Has("amount") || file.DebitWords.Count == 0 || file.CreditWords.Count == 0))
        {
            yield return "direction needs amount, debit_words and credit_words.";
        }
    }
}

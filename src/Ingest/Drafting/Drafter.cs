using System.Globalization;
using System.Text;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Parsing;
using FinInvest.Graph.Ingest.Rows;
using FinInvest.Graph.Ingest.Workbooks;

namespace FinInvest.Graph.Ingest.Drafting;

/// <summary>Proposes a mapping for one file. What it cannot know becomes a question, never a silent choice.</summary>
internal sealed class Drafter(string fileName, ReadingContext context)
{
    private const int RowsShown = 10;
    private readonly List<string> guesses = [];
    private readonly List<string> questions = [];

    public MappingDraft Draft(Stream content)
    {
        var sample = SampleOf(content);
        var columns = new DraftColumns(sample);
        guesses.Add(sample.Sheets.Count > 0 ? $"sheet '{sample.Sheets[0]}', {sample.Width} columns" : $"encoding {sample.Encoding}, delimiter {(sample.Delimiter == '\t' ? "tab" : sample.Delimiter)}, {sample.Width} columns"
            + (sample.Quote == '\0' ? ", quotes are plain text" : ""));
        guesses.Add(columns.HasHeader ? string.Create(CultureInfo.InvariantCulture, $"header below {columns.HeaderAt} title lines: {string.Join(" | ", columns.Header)}") : "no header line: columns by position");
        var file = Entry(sample, columns);
        var mapping = new RecordMapping { Name = FileReader.Stem(fileName), Files = [file] };
        var reading = Read(sample, mapping);
        if (reading.Notes.Any(n => n.Code == NoteCodes.BalanceDoesNotRun && n.Sentence.Contains("\"descending\"", StringComparison.Ordinal)))
        {
            file = file with { Order = "descending" };
            mapping = mapping with { Files = [file] };
            reading = Read(sample, mapping);
            guesses.Add("order descending: the running balance follows from the bottom");
        }

        guesses.AddRange(reading.Notes.Select(n => n.Sentence));
        return new MappingDraft(mapping, reading.Rows, guesses, questions, reading.RowsRead, reading.Rejects, reading.Notes);
    }

    private FileMapping Entry(DraftSample sample, DraftColumns columns)
    {
        var map = new SortedDictionary<string, ColumnMapping>(StringComparer.Ordinal);
        foreach (var (role, at) in columns.Roles)
        {
            var named = columns.HasHeader && columns.Header.Count(h => string.Equals(h, columns.Header[at], StringComparison.OrdinalIgnoreCase)) == 1 && columns.Header[at].Length > 0;
            map[role] = named ? new ColumnMapping { Column = columns.Header[at] } : new ColumnMapping { Position = at + 1 };
            guesses.Add($"{role} = {(named ? columns.Header[at] : (at + 1).ToString(CultureInfo.InvariantCulture))}");
        }

        var exponent = Currency(sample, columns, map);
        var file = new FileMapping
        {
            Target = columns.IsTwoSided ? "transfers" : "postings",
            Pattern = Pattern(),
            Encoding = sample.Encoding,
            Delimiter = sample.Delimiter == '\t' ? "tab" : sample.Delimiter.ToString(),
            Quote = sample.Quote == '\0' ? "" : "\"",
            Header = columns.HasHeader,
            Sheet = sample.Sheets.Count > 1 ? sample.Sheets[0] : "",
            Lines = Lines(sample, columns),
        };
        file = Direction(columns, Numbers(columns, Dates(columns, file), exponent));
        Account(sample, columns, map, file);
        return file with { Columns = map };
    }

    private DraftSample SampleOf(Stream content)
    {
        try
        {
            var sample = DraftSample.Of(content);
            if (sample.Sheets.Count > 1)
            {
                questions.Add($"{sample.Sheets.Count} sheets hold rows ({SheetChoice.Listed(sample.Sheets)}): the draft reads the first; set sheet, or add an entry for each sheet that counts.");
            }

            return sample;
        }
        catch (WorkbookException e)
        {
            throw new ArgumentException($"{fileName}: {RejectCodes.Sentences[e.Code]} {e.Detail}");
        }
    }

    private string Pattern()
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
    }

    private int Currency(DraftSample sample, DraftColumns columns, SortedDictionary<string, ColumnMapping> map)
    {
        if (map.ContainsKey("currency"))
        {
            var words = columns.Cells("currency").Concat(columns.Cells("currency_credited")).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (words.Where(w => !context.TryExponent(w, out _)).ToList() is { Count: > 0 } unknown)
            {
                questions.Add($"The currency column has words that are no codes ({string.Join(", ", unknown.Take(5))}; {Math.Min(5, unknown.Count)} of {unknown.Count}): set values in columns.currency, such as {{\"{unknown[0]}\": \"USD\"}}.");
            }

            return columns.Cells("currency").FirstOrDefault(c => c.Length > 0) is { } code && context.TryExponent(code, out var found) ? found : 2;
        }

        var titled = sample.Records.Take(Math.Max(columns.HeaderAt, 0)).SelectMany(r => r).SelectMany(c => c.Split(' ', ',', ':', ';', '(', ')'))
            .FirstOrDefault(w => w.Length == 3 && CurrencyCode.TryExponent(w, out _));
        var assumed = titled ?? context.DefaultCurrency;
        if (assumed.Length == 0)
        {
            questions.Add("No column names the currency: set columns.currency to {\"constant\": \"KZT\"} or the like.");
            return 2;
        }

        map["currency"] = new ColumnMapping { Constant = assumed };
        guesses.Add($"currency {assumed} ({(titled is null ? "the case's first" : "named above the header")})");
        return context.TryExponent(assumed, out var exponent) ? exponent : 2;
    }

    private FileMapping Dates(DraftColumns columns, FileMapping file)
    {
        if (!columns.Roles.ContainsKey("booking_day"))
        {
            questions.Add("No column of dates was found: set columns.booking_day.");
            return file;
        }

        var cells = columns.Cells("booking_day").Concat(columns.Cells("value_day")).ToList();
        var (patterns, read, rival) = DraftFormats.DatesOf(cells);
        if (patterns.Count == 0)
        {
            questions.Add($"The dates (such as '{cells.FirstOrDefault(c => c.Length > 0)}') are written in no way known here: set dates.");
            return file;
        }

        guesses.Add(string.Create(CultureInfo.InvariantCulture, $"dates {string.Join(" or ", patterns)} read {read} of {cells.Count(c => c.Length > 0)}"));
        if (rival is not null)
        {
            questions.Add($"The dates read as {patterns[0]} and as {rival}: decide, and set dates.");
        }

        if (patterns.Contains("days"))
        {
            questions.Add("The dates are counts of days: set days_since to day 0 (1970-01-01 stands there for now).");
            file = file with { DaysSince = "1970-01-01" };
        }

        if (patterns.Any(p => p.Contains('H', StringComparison.Ordinal) && !p.Contains('z', StringComparison.Ordinal)))
        {
            questions.Add("The times have no offset: set zone to the bank's, such as Asia/Almaty; without it only the date counts.");
        }

        return file with { Dates = patterns };
    }

    private FileMapping Numbers(DraftColumns columns, FileMapping file, int exponent)
    {
        string[] money = ["amount", "amount_credited", "debit", "credit", "balance", "fee", "from_balance", "from_balance_before", "to_balance", "to_balance_before"];
        var cells = money.SelectMany(columns.Cells).Where(c => c.Length > 0).ToList();
        if (!columns.Roles.ContainsKey("amount") && !columns.Roles.ContainsKey("debit") && !columns.Roles.ContainsKey("credit"))
        {
            questions.Add("No column of amounts was found: set columns.amount, or columns.debit and columns.credit.");
            return file;
        }

        var (format, exact, inexact, rival) = DraftFormats.AmountsOf(cells, exponent);
        guesses.Add(string.Create(CultureInfo.InvariantCulture, $"decimal '{format.Decimal}', thousands '{format.Thousands}': reads {exact} of {cells.Count} amounts exactly"));
        if (inexact > 0)
        {
            questions.Add(string.Create(CultureInfo.InvariantCulture, $"{inexact} amounts have more decimals than the currency: set rounding (half-even, half-up, down), else their rows are rejected."));
        }

        if (rival is not null)
        {
            questions.Add($"The amounts also read with decimal '{rival.Decimal}' and thousands '{rival.Thousands}', to other values: decide, and set decimal and thousands.");
        }

        return file with { Decimal = format.Decimal.ToString(), Thousands = format.Thousands };
    }

    private FileMapping Direction(DraftColumns columns, FileMapping file)
    {
        if (columns.IsTwoSided)
        {
            return file;
        }

        if (columns.Roles.ContainsKey("direction"))
        {
            var words = columns.Cells("direction").Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
            foreach (var unknown in words.Where(w => !HeaderWords.IsDebit(w) && !HeaderWords.IsCredit(w)))
            {
                questions.Add($"'{unknown}' in the direction column: put it into debit_words or credit_words.");
            }

            return file with { DebitWords = [.. words.Where(HeaderWords.IsDebit).DefaultIfEmpty("D")], CreditWords = [.. words.Where(HeaderWords.IsCredit).DefaultIfEmpty("C")] };
        }

        var debits = columns.Cells("debit").Where(c => c.Length > 0).ToList();
        if (debits.Count > 0 && debits.TrueForAll(c => c[0] is '-' or '\u2212' or '(') && debits.Count > 1)
        {
            guesses.Add("debits are written as negative numbers");
            return file with { DebitNegative = true };
        }

        var amounts = columns.Cells("amount").Where(c => c.Length > 0).ToList();
        if (amounts.Count > 1 && !amounts.Exists(c => c[0] is '-' or '\u2212' or '(' || c[^1] == '-'))
        {
            questions.Add("No amount is negative and no column tells debits from credits: set columns.direction with debit_words and credit_words, or check that all rows are credits.");
        }

        return file;
    }

    private void Account(DraftSample sample, DraftColumns columns, SortedDictionary<string, ColumnMapping> map, FileMapping file)
    {
        if (columns.IsTwoSided || map.ContainsKey("account") || file.Lines.Any(l => l.Is == "account"))
        {
            return;
        }

        var titled = sample.Records.Take(Math.Max(columns.HeaderAt, 0)).SelectMany(r => r).SelectMany(c => c.Split(' ', ':', ',', ';', '(', ')')).FirstOrDefault(w => Iban.Check(w).IsPassed);
        map["account"] = new ColumnMapping { Constant = titled ?? FileReader.Stem(fileName) };
        if (titled is null)
        {
            questions.Add("No column and no title line names the account: set columns.account (the file's name stands there for now).");
        }
        else
        {
            guesses.Add($"account {titled} (named above the header)");
        }
    }

    /// <summary>Title and total lines that say what they are. An account line counts only where what follows is an account number and nothing else.</summary>
    private List<LineRule> Lines(DraftSample sample, DraftColumns columns)
    {
        var rules = new List<LineRule>();
        for (var i = 0; i < sample.Records.Count; i++)
        {
            var record = sample.Records[i];
            var first = Array.Find(record, c => c.Length > 0) ?? "";
            var (kind, starts) = HeaderWords.LineOf(first);
            if (kind.Length == 0 || i == columns.HeaderAt || rules.Exists(r => r.Starts == starts))
            {
                continue;
            }

            var rest = first[starts.Length..].TrimStart(':').Trim();
            var account = rest.Length > 0 ? rest : record.SkipWhile(c => c.Length == 0).Skip(1).FirstOrDefault(c => c.Length > 0) ?? "";
            if (kind == "account" && (columns.IsTwoSided || columns.Roles.ContainsKey("account") || i > columns.HeaderAt || !Iban.Check(account).IsPassed))
            {
                continue;
            }

            rules.Add(new LineRule(starts, kind));
            guesses.Add($"lines that begin with '{starts}': {kind}");
        }

        return rules;
    }

    private sealed record SampleReading(List<DraftRow> Rows, long RowsRead, List<Reject> Rejects, List<ReadingNote> Notes);

    private SampleReading Read(DraftSample sample, RecordMapping mapping)
    {
        var reading = new SampleReading([], 0, [], []);
        if (MappingCheck.Problems(mapping) is { Count: > 0 } problems)
        {
            questions.AddRange(problems.Select(p => "The draft cannot be used yet: " + p));
            return reading;
        }

        var bytes = Encoding.UTF8.GetBytes(sample.Text);
        var document = new SourceDocument(Sha256.Of(bytes), Path.GetFileName(fileName), bytes.Length);
        var utf8 = mapping with { Files = [mapping.Files[0] with { Encoding = "utf-8", Pattern = "*" }] };
        using var stream = new MemoryStream(bytes);
        foreach (var batch in MappedFileReader.Read(stream, document, utf8, context))
        {
            reading = reading with { RowsRead = reading.RowsRead + batch.RowsRead };
            reading.Rejects.AddRange(batch.Rejects);
            reading.Notes.AddRange(batch.Notes ?? []);
            for (var i = 0; batch.Page is { } page && i < page.Count && reading.Rows.Count < RowsShown; i++)
            {
                reading.Rows.Add(Shown(page, i));
            }
        }

        return reading;
    }

    private DraftRow Shown(PostingPage page, int i)
    {
        var code = page.CurrencyCodes[page.Currency[i]];
        var exponent = context.TryExponent(code, out var e) ? e : 0;
        var other = page.Counterparty[i] != 0 ? page.AccountNames[page.Counterparty[i]] : "";
        return new DraftRow(page.StatementIds[page.Statement[i]], page.Row[i], new Day(page.BookingDay[i]).ToString(), page.AccountNames[page.Account[i]], Money.Format(page.Minor[i], exponent, " "), code,
            string.Join(' ', new[] { other, page.CounterpartyName[i] }.Where(t => !string.IsNullOrEmpty(t))), page.Balance[i] == PostingPage.NoBalance ? "" : Money.Format(page.Balance[i], exponent, " "), page.Text[i] ?? "");
    }
}

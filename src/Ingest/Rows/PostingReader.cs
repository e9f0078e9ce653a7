using System.Globalization;
using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>
/// Rows of statements and two-sided rows, from text to pages, a page at a time. Hot: a row costs its texts and nothing else
/// (names are looked up by span, amounts and dates read from spans).
/// </summary>
internal sealed class PostingReader
{
    private readonly RowSource source;
    private readonly FileMapping mapping;
    private readonly ReadingContext context;
    private readonly PostingCells cells;
    private readonly bool twoSided;
    private readonly string stem;
    private readonly NamePool accounts = new();
    private readonly NamePool statements = new();
    private readonly List<string> currencies = [];
    private readonly List<int> exponents = [];
    private readonly PageBuilder pages;
    private readonly BankClock clock;
    private readonly RunningBalances balances;
    private readonly HashSet<long>? rowsSeen;
    private readonly Dictionary<string, byte> accountCurrency = new(StringComparer.Ordinal);
    private PostingRow row;
    private RowFault? fault;
    private long rounded;
    private long fees;
    private long unfooted;

    /// <param name="stem">Statement id of rows that name none: the file's name without extension.</param>
    public PostingReader(RowSource source, FileMapping mapping, ReadingContext context, SourceDocument document, string stem, bool twoSided)
    {
        this.source = source;
        this.mapping = mapping;
        this.context = context;
        this.twoSided = twoSided;
        this.stem = mapping.Statement.Id is { Length: > 0 } id ? id : stem;
        cells = new PostingCells(source);
        pages = new PageBuilder(document.Hash, accounts, statements, currencies);
        BankClock.TryZone(mapping.Zone, out var zone);
        clock = new BankClock(zone);
        rowsSeen = cells.Row.IsMapped ? [] : null;
        balances = new RunningBalances(source, mapping, document.Hash, accounts, statements, exponents);
    }

    public IEnumerable<RecordBatch> Read()
    {
        if (mapping.Order == "descending")
        {
            return Renumbered();
        }

        return Batches();
    }

    private IEnumerable<RecordBatch> Batches()
    {
        while (!source.AtEnd)
        {
            while (!pages.IsFull && source.Next())
            {
                ReadRow();
            }

            var page = pages.Flush();
            var rejects = source.TakeRejects();
            var (facts, notes) = source.AtEnd ? End() : ([], []);
            yield return new RecordBatch(page, facts, rejects, (page?.Count ?? 0) + rejects.Count, notes);
        }
    }

    /// <summary>Newest first: the last row of the file is the statement's first, which is known only at the end.</summary>
    private IEnumerable<RecordBatch> Renumbered()
    {
        var all = Batches().ToList();
        foreach (var page in all.Select(b => b.Page).OfType<PostingPage>())
        {
            for (var i = 0; i < page.Count; i++)
            {
                page.Row[i] = source.DataRow + 1 - page.Row[i];
            }
        }

        return all;
    }

    private (IReadOnlyList<FactRow> Facts, IReadOnlyList<ReadingNote> Notes) End()
    {
        var notes = new List<ReadingNote>();
        Note(notes, NoteCodes.LinesSkipped, source.LinesSkipped, "lines hold no row (titles, totals, blank lines) and were skipped.");
        Note(notes, NoteCodes.RowsFiltered, source.RowsFiltered, "rows were left out by a filter of the mapping.");
        Note(notes, NoteCodes.AmountsRounded, rounded, $"amounts had more decimals than their currency and were rounded ({mapping.Rounding}).");
        Note(notes, NoteCodes.FeesApplied, fees, $"rows bear a fee ({mapping.FeeFrom}).");
        Note(notes, NoteCodes.RowDoesNotFoot, unfooted, "rows state a balance before that with the amount does not give the balance after.");
        var facts = twoSided ? [] : balances.End(notes);
        return (facts, notes);
    }

    private static void Note(List<ReadingNote> notes, string code, long count, string sentence)
    {
        if (count > 0)
        {
            notes.Add(new ReadingNote(code, count, string.Create(CultureInfo.InvariantCulture, $"{count} {sentence}")));
        }
    }

    private void ReadRow()
    {
        row = new PostingRow { Row = source.DataRow, ValueDay = Day.None, Instant = Instant.None, Balance = PostingPage.NoBalance, CounterBalance = PostingPage.NoBalance };
        fault = null;
        ReadDays();
        if (fault is null)
        {
            ReadKind();
        }

        if (fault is null)
        {
            if (twoSided)
            {
                ReadTwoSides();
            }
            else
            {
                ReadOneSide();
            }
        }

        if (fault is null)
        {
            ReadTexts();
        }

        if (fault is { } found)
        {
            source.Reject(found);
            return;
        }

        pages.Add(row);
        if (!twoSided)
        {
            balances.Add(row);
        }
    }

    private void ReadDays()
    {
        var reader = source.Reader;
        var instantText = cells.Instant.Read(reader);
        var instantDay = Day.None;
        if (!instantText.IsEmpty)
        {
            if (!cells.Instant.TryMoment(instantText, out var moment))
            {
                Fail(RejectCodes.InstantNotATime, cells.Instant, instantText, $"Expected {cells.Instant.DatePatterns}.");
                return;
            }

            (instantDay, row.Instant) = clock.Read(moment);
        }

        var dayText = cells.BookingDay.Read(reader);
        if (dayText.IsEmpty)
        {
            row.BookingDay = instantDay;
            if (instantDay.IsNone)
            {
                Fail(RejectCodes.ValueMissing, cells.BookingDay, "");
                return;
            }
        }
        else if (!cells.BookingDay.TryMoment(dayText, out var booked))
        {
            Fail(RejectCodes.DayNotADate, cells.BookingDay, dayText, $"Expected {cells.BookingDay.DatePatterns}.");
            return;
        }
        else
        {
            (row.BookingDay, var instant) = clock.Read(booked);
            row.Instant = row.Instant == Instant.None ? instant : row.Instant;
        }

        var valueText = cells.ValueDay.Read(reader);
        if (valueText.IsEmpty)
        {
            row.ValueDay = row.BookingDay;
        }
        else if (cells.ValueDay.TryMoment(valueText, out var value))
        {
            row.ValueDay = value.Day;
        }
        else
        {
            Fail(RejectCodes.DayNotADate, cells.ValueDay, valueText, $"Expected {cells.ValueDay.DatePatterns}.");
        }
    }

    private void ReadKind()
    {
        if (!cells.Kind.TryRead(source.Reader, out var text) || !TryKind(text, out row.Kind))
        {
            Fail(RejectCodes.ValueNotKnown, cells.Kind, text, "Known: payment, fee, interest, cash, exchange, reversal.");
        }
    }

    private static bool TryKind(ReadOnlySpan<char> text, out PostingKind kind)
    {
        (var known, kind) = text switch
        {
            "" or "payment" => (true, PostingKind.Payment),
            "fee" => (true, PostingKind.Fee),
            "interest" => (true, PostingKind.Interest),
            "cash" => (true, PostingKind.Cash),
            "exchange" => (true, PostingKind.Exchange),
            "reversal" => (true, PostingKind.Reversal),
            _ => (false, PostingKind.Payment),
        };
        return known;
    }

    private void ReadOneSide()
    {
        var reader = source.Reader;
        row.Statement = cells.Statement.ReadName(reader, statements);
        row.Account = cells.Account.ReadName(reader, accounts);
        row.Counterparty = cells.Counterparty.ReadName(reader, accounts);
        if (row.Account == 0)
        {
            FindAccount();
        }

        if (fault is not null || !TryCurrency(cells.Currency, row.Account, out row.Currency))
        {
            return;
        }

        row.CounterCurrency = row.Currency;
        ReadMinor();
        if (fault is null && cells.Fee.IsMapped && TryAmount(cells.Fee, row.Currency, out var fee) && fee != 0)
        {
            fees++;
            row.Minor = Checked((Int128)row.Minor - Math.Abs(fee), cells.Fee);
        }

        if (fault is null && cells.Balance.IsMapped && !cells.Balance.Read(reader).IsEmpty && TryAmount(cells.Balance, row.Currency, out var balance))
        {
            row.Balance = balance;
        }

        if (row.Statement == 0)
        {
            row.Statement = cells.Account.Index < 0 ? statements.IndexOf(stem) : statements.IndexOf(stem + ":" + accounts[row.Account]);
        }
    }

    private void FindAccount()
    {
        var name = mapping.Statement.Account ?? source.AccountText ?? "";
        if (row.Statement != 0 && context.StatementAccounts.TryGetValue(statements[row.Statement], out var known))
        {
            name = known;
        }

        row.Account = accounts.IndexOf(name);
        if (row.Account == 0)
        {
            Fail(RejectCodes.ValueMissing, cells.Account, "", "The statement is not known either: name the account, or load statements.csv with this file or before it.");
        }
    }

    /// <summary>One signed column, debit and credit columns, or an amount with a column that says which.</summary>
    private void ReadMinor()
    {
        var reader = source.Reader;
        if (cells.Debit.IsMapped || cells.Credit.IsMapped)
        {
            if (!TryAmount(cells.Debit, row.Currency, out var debit) || !TryAmount(cells.Credit, row.Currency, out var credit))
            {
                return;
            }

            if (debit != 0 && credit != 0)
            {
                Fail(RejectCodes.AmountTwice, cells.Debit, cells.Debit.Read(reader));
            }
            else if (cells.Debit.Read(reader).IsEmpty && cells.Credit.Read(reader).IsEmpty)
            {
                Fail(RejectCodes.ValueMissing, cells.Debit, "", "Neither debit nor credit is filled.");
            }
            else if (debit < 0 || credit < 0)
            {
                var printedNegative = debit < 0 && mapping.DebitNegative;
                row.Minor = printedNegative ? debit : credit - debit;
                row.Kind = printedNegative ? row.Kind : PostingKind.Reversal;
            }
            else
            {
                row.Minor = credit - debit;
            }

            return;
        }

        if (cells.Amount.Read(reader).IsEmpty)
        {
            Fail(RejectCodes.ValueMissing, cells.Amount, "");
        }
        else if (TryAmount(cells.Amount, row.Currency, out var amount))
        {
            row.Minor = mapping.Inverted ? -amount : amount;
            if (cells.Direction.IsMapped)
            {
                var direction = cells.Direction.Read(reader);
                if (IsOneOf(direction, mapping.DebitWords))
                {
                    row.Minor = -row.Minor;
                }
                else if (!IsOneOf(direction, mapping.CreditWords))
                {
                    Fail(RejectCodes.ValueNotKnown, cells.Direction, direction, $"Debit: {string.Join(", ", mapping.DebitWords)}; credit: {string.Join(", ", mapping.CreditWords)}.");
                }
            }
        }
    }

    private static bool IsOneOf(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadTwoSides()
    {
        var reader = source.Reader;
        var from = cells.From.ReadName(reader, accounts);
        var to = cells.To.ReadName(reader, accounts);
        row.Statement = cells.Statement.ReadName(reader, statements) is > 0 and var named ? named : statements.IndexOf(stem);
        if (from == 0 && to == 0)
        {
            Fail(RejectCodes.ValueMissing, cells.From, "", "One side at least must be named.");
            return;
        }

        if (!TryCurrency(cells.Currency, from != 0 ? from : to, out row.Currency))
        {
            return;
        }

        row.CounterCurrency = row.Currency;
        if (!cells.CurrencyCredited.Read(reader).IsEmpty && !TryCurrency(cells.CurrencyCredited, to, out row.CounterCurrency))
        {
            return;
        }

        if (!TrySize(cells.Amount, row.Currency, out var debited) || cells.Amount.Read(reader).IsEmpty)
        {
            fault ??= new RowFault(RejectCodes.ValueMissing, cells.Amount.Name, "");
            return;
        }

        var credited = debited;
        var statedCredit = !cells.AmountCredited.Read(reader).IsEmpty;
        if (statedCredit ? !TrySize(cells.AmountCredited, row.CounterCurrency, out credited) : row.CounterCurrency != row.Currency)
        {
            fault ??= new RowFault(RejectCodes.ValueMissing, cells.AmountCredited.Name, "", "The sides have different currencies, so both amounts are needed.");
            return;
        }

        if (cells.Fee.IsMapped && TrySize(cells.Fee, row.Currency, out var fee) && fee != 0)
        {
            fees++;
            (debited, credited) = mapping.FeeFrom == "receiver" ? (debited, credited - fee) : (Checked((Int128)debited + fee, cells.Fee), credited);
            if (credited < 0)
            {
                Fail(RejectCodes.AmountNegative, cells.Fee, cells.Fee.Read(reader), "The fee is larger than the amount.");
            }
        }

        if (fault is null)
        {
            Place(from, to, debited, credited);
        }
    }

    /// <summary>A row with one side outside is a one-sided row of the other.</summary>
    private void Place(int from, int to, long debited, long credited)
    {
        var fromBalance = SideBalance(cells.FromBalanceBefore, cells.FromBalance, row.Currency, -debited);
        var toBalance = SideBalance(cells.ToBalanceBefore, cells.ToBalance, row.CounterCurrency, credited);
        if (from == 0)
        {
            (row.Account, row.Minor, row.Balance, row.Currency) = (to, credited, toBalance, row.CounterCurrency);
            return;
        }

        (row.Account, row.Minor, row.Balance) = (from, -debited, fromBalance);
        if (to != 0)
        {
            (row.Counterparty, row.CounterMinor, row.CounterBalance) = (to, credited, toBalance);
        }
    }

    private long SideBalance(Cell before, Cell after, byte currency, long minor)
    {
        var hasBefore = before.IsMapped && !before.Read(source.Reader).IsEmpty;
        var hasAfter = after.IsMapped && !after.Read(source.Reader).IsEmpty;
        long old = 0, now = PostingPage.NoBalance;
        if ((hasBefore && !TryAmount(before, currency, out old)) || (hasAfter && !TryAmount(after, currency, out now)))
        {
            return PostingPage.NoBalance;
        }

        if (hasBefore && hasAfter && (Int128)old + minor != now)
        {
            unfooted++;
        }

        return hasAfter || !hasBefore ? now : Checked((Int128)old + minor, before);
    }

    private void ReadTexts()
    {
        var reader = source.Reader;
        row.Reference = cells.Reference.ReadText(reader);
        row.EndToEndId = cells.EndToEndId.ReadText(reader);
        row.LocalId = cells.LocalId.ReadText(reader);
        row.CounterpartyName = cells.CounterpartyName.ReadText(reader);
        row.Text = cells.Text.ReadText(reader);
        var number = cells.Row.Read(reader);
        if (number.IsEmpty)
        {
            return;
        }

        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out row.Row) || row.Row < 1)
        {
            Fail(RejectCodes.NumberNotWhole, cells.Row, number, "At least 1.");
        }
        else if (!rowsSeen!.Add(((long)row.Statement << 32) | (uint)row.Row))
        {
            Fail(RejectCodes.IdTwice, cells.Row, number, $"Statement {statements[row.Statement]} has this row number already.");
        }
    }

    private bool TryCurrency(Cell cell, int account, out byte currency)
    {
        var text = cell.Read(source.Reader);
        currency = 0;
        if (text.IsEmpty)
        {
            if (!accountCurrency.TryGetValue(accounts[account], out currency))
            {
                var assumed = context.CurrencyOf(accounts[account]);
                if (assumed.Length == 0)
                {
                    Fail(RejectCodes.CurrencyMissing, cell, "");
                    return false;
                }

                if (!TryAddCurrency(cell, assumed, out currency))
                {
                    return false;
                }

                accountCurrency.Add(accounts[account], currency);
            }

            return true;
        }

        for (var i = 0; i < currencies.Count; i++)
        {
            if (text.SequenceEqual(currencies[i]))
            {
                currency = (byte)i;
                return true;
            }
        }

        return TryAddCurrency(cell, text.ToString(), out currency);
    }

    private bool TryAddCurrency(Cell cell, string code, out byte currency)
    {
        currency = 0;
        var at = currencies.IndexOf(code);
        if (at < 0)
        {
            if (!context.TryExponent(code, out var exponent) || currencies.Count == Limits.CurrenciesMax)
            {
                Fail(RejectCodes.CurrencyUnknown, cell, code);
                return false;
            }

            at = currencies.Count;
            currencies.Add(code);
            exponents.Add(exponent);
        }

        currency = (byte)at;
        return true;
    }

    private bool TrySize(Cell cell, byte currency, out long minor)
    {
        if (!TryAmount(cell, currency, out minor))
        {
            return false;
        }

        if (minor < 0)
        {
            Fail(RejectCodes.AmountNegative, cell, cell.Read(source.Reader));
        }

        return minor >= 0;
    }

    /// <summary>Empty reads as 0: which cells must be filled is the caller's matter.</summary>
    private bool TryAmount(Cell cell, byte currency, out long minor)
    {
        minor = 0;
        var text = cell.Read(source.Reader);
        if (text.IsEmpty)
        {
            return true;
        }

        var problem = source.Amounts.Read(text, exponents[currency], source.Rounding, out minor, out var inexact);
        rounded += inexact ? 1 : 0;
        if (problem != AmountFault.None)
        {
            Fail(FactFields.AmountCode(problem), cell, text,
                problem == AmountFault.TooManyDecimals ? string.Create(CultureInfo.InvariantCulture, $"{currencies[currency]} has {exponents[currency]} decimals.") : "");
        }

        return problem == AmountFault.None;
    }

    private long Checked(Int128 minor, Cell cell)
    {
        if (Int128.Abs(minor) <= long.MaxValue)
        {
            return (long)minor;
        }

        Fail(RejectCodes.AmountTooLarge, cell, cell.Read(source.Reader));
        return 0;
    }

    private void Fail(string code, Cell cell, ReadOnlySpan<char> text, string more = "") => fault ??= new RowFault(code, cell.Name, text.ToString(), more);
}

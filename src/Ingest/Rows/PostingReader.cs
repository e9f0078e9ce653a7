using System.Globalization;
using FinInvest.Graph.Ingest.Parsing;
using FinInvest.Graph.Ingest.Mapping;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>
/// Rows of statements and two-sided rows, from text to pages, a page at a time. Hot: a row costs its texts and nothing else
/// (names are looked up by span, amounts and dates read from spans).
/// </summary>
internal sealed class PostingReader
{
    private readonly RowSource source;
    private readonly FileMapping mapping;
    private readonly PostingCells cells;
    private readonly bool twoSided;
    private readonly NamePool accounts = new();
    private readonly NamePool statements = new();
    private readonly PageBuilder pages;
    private readonly RunningBalances balances;
    private readonly HashSet<long>? rowsSeen;
    private readonly RowFaults faults = new();
    private readonly RowMoney money;
    private readonly RowDays days;
    private readonly OneSidedRow oneSide;
    private readonly TwoSidedRow twoSides;
    private PostingRow row;

    /// <param name="stem">Statement id of rows that name none: the file's name without extension.</param>
    public PostingReader(RowSource source, FileMapping mapping, ReadingContext context, SourceDocument document, string stem, bool twoSided)
    {
        this.source = source;
        this.mapping = mapping;
        this.twoSided = twoSided;
        stem = mapping.Statement.Id is { Length: > 0 } id ? id : stem;
        cells = new PostingCells(source);
        money = new RowMoney(source, context, accounts, faults);
        BankClock.TryZone(mapping.Zone, out var zone);
        days = new RowDays(source, cells, new BankClock(zone), faults);
        oneSide = new OneSidedRow(source, mapping, context, cells, money, faults, accounts, statements, stem);
        twoSides = new TwoSidedRow(source, mapping, cells, money, faults, accounts, statements, stem);
        pages = new PageBuilder(document.Hash, accounts, statements, money.Currencies);
        rowsSeen = cells.Row.IsMapped ? [] : null;
        balances = new RunningBalances(source, mapping, document.Hash, accounts, statements, money.Exponents);
    }

    public IEnumerable<RecordBatch> Read()
    {
        if (mapping.Order == "descending" && !cells.Row.IsMapped)
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
        Note(notes, NoteCodes.LinesSkipped, source.Skipped.Count, source.Skipped.Sentence);
        Note(notes, NoteCodes.RowsFiltered, source.RowsFiltered, "rows were left out by a filter of the mapping.");
        Note(notes, NoteCodes.AmountsRounded, money.Rounded, $"amounts had more decimals than their currency and were rounded ({mapping.Rounding}).");
        Note(notes, NoteCodes.FeesApplied, oneSide.Fees + twoSides.Fees, $"rows bear a fee ({mapping.FeeFrom}).");
        Note(notes, NoteCodes.RowDoesNotFoot, twoSides.Unfooted, "rows state a balance before that with the amount does not give the balance after.");
        notes.AddRange(source.Reader.Notes);
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
        faults.Begin();
        days.Read(ref row);
        if (faults.None)
        {
            ReadKind();
        }

        if (faults.None && twoSided)
        {
            twoSides.Read(ref row);
        }
        else if (faults.None)
        {
            oneSide.Read(ref row);
        }

        if (faults.None)
        {
            ReadTexts();
        }

        if (faults.First is { } fault)
        {
            source.Reject(fault);
            return;
        }

        pages.Add(row);
        if (!twoSided)
        {
            balances.Add(row);
        }
    }

    private void ReadKind()
    {
        if (!cells.Kind.TryRead(source.Reader, out var text) || !TryKind(text, out row.Kind))
        {
            faults.Fail(RejectCodes.ValueNotKnown, cells.Kind, text, "Known: payment, fee, interest, cash, exchange, reversal.");
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
            faults.Fail(RejectCodes.NumberNotWhole, cells.Row, number, "At least 1.");
        }
        else if (!rowsSeen!.Add(((long)row.Statement << 32) | (uint)row.Row))
        {
            faults.Fail(RejectCodes.IdTwice, cells.Row, number, $"Statement {statements[row.Statement]} has this row number already.");
        }
    }

}

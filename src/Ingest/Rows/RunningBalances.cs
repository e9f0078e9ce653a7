using System.Globalization;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>
/// The statements that a mapped file of one-sided rows makes: balances as a person states them, else as its lines print them, else from
/// the running balance where that runs on every row (first balance less first amount, and last balance). Otherwise none, with a note.
/// </summary>
internal sealed class RunningBalances(RowSource source, FileMapping mapping, Sha256 document, NamePool accounts, NamePool statements,
    IReadOnlyList<int> exponents)
{
    private readonly SortedDictionary<int, RunningBalance> byStatement = [];
    private RunningBalance? last;

    public void Add(in PostingRow row)
    {
        if (last is null || last.Statement != row.Statement)
        {
            if (!byStatement.TryGetValue(row.Statement, out last))
            {
                byStatement.Add(row.Statement, last = new RunningBalance(row.Statement, row.Account, row.Currency));
            }
        }

        last.Add(row);
    }

    public IReadOnlyList<FactRow> End(List<ReadingNote> notes)
    {
        var watches = mapping.Columns.ContainsKey("balance");
        var upwards = mapping.Order == "descending";
        var facts = new List<FactRow>();
        long runs = 0, broken = 0;
        RunningBalance? firstBroken = null;
        foreach (var running in byStatement.Values)
        {
            var consistent = watches && running.OneAccount && (upwards ? running.RunsUp : running.RunsDown);
            if (watches)
            {
                _ = consistent ? runs++ : broken++;
                firstBroken ??= consistent ? null : running;
            }

            // A row that could not be read may be the first or the last one: then the ends of the balance are not the statement's.
            if (mapping.Statement.Balances != "none" && Make(running, consistent, consistent && source.RowsRejected == 0, upwards) is { } statement)
            {
                facts.Add(new FactRow(statement, document, 0));
            }
        }

        if (runs > 0)
        {
            notes.Add(new ReadingNote(NoteCodes.BalanceRuns, runs, string.Create(CultureInfo.InvariantCulture, $"{runs} statements whose running balance follows on every row.")));
        }

        if (runs > 0 && source.RowsRejected > 0)
        {
            notes.Add(new ReadingNote(NoteCodes.BalanceNotTaken, runs, "Rows were rejected, so opening and closing were not taken from the running balance: mend the rows and load the file again, or state the balances."));
        }

        if (firstBroken is not null)
        {
            var hint = !upwards && firstBroken.RunsUp ? " It does from the bottom: state \"order\": \"descending\"."
                : upwards && firstBroken.RunsDown ? " It does from the top: state \"order\": \"ascending\"." : "";
            notes.Add(new ReadingNote(NoteCodes.BalanceDoesNotRun, broken, string.Create(CultureInfo.InvariantCulture,
                $"{broken} statements whose running balance does not follow; the first is {statements[firstBroken.Statement]}, at row {firstBroken.BreakRow}.{hint}")));
        }

        return facts;
    }

    private Statement? Make(RunningBalance running, bool ordered, bool endsKnown, bool upwards)
    {
        var stated = mapping.Statement;
        var single = byStatement.Count == 1;
        var exponent = exponents[running.Currency];
        var opening = single ? Stated(stated.Opening ?? source.Lines.OpeningText, exponent) : null;
        var closing = single ? Stated(stated.Closing ?? source.Lines.ClosingText, exponent) : null;
        if (endsKnown)
        {
            opening ??= upwards ? running.OpeningUp : running.OpeningDown;
            closing ??= upwards ? running.ClosingUp : running.ClosingDown;
        }

        if (opening is null || closing is null || !running.OneAccount)
        {
            return null;
        }

        var from = Day.TryParse(stated.From, out var first) ? first : running.First;
        var to = Day.TryParse(stated.To, out var end) ? end : running.Last;
        return new Statement(statements[running.Statement], accounts[running.Account], from, to, opening, closing, Ordered: ordered);
    }

    private long? Stated(string? text, int exponent) =>
        text is not null && source.Amounts.Read(text, exponent, Rounding.None, out var minor, out _) == AmountFault.None ? minor : null;
}

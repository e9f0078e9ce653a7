using System.Globalization;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>
/// The use case "tables for SQL and data frames": every row of every source as it was read, the effective transfers that were made of them, and which rows stand behind each.
/// Amounts are whole minor units, days yyyy-MM-dd, instants UTC.
/// </summary>
public static class TableExport
{
    /// <param name="folder">Made where it does not exist; must be empty.</param>
    /// <exception cref="ArgumentException">The folder holds something.</exception>
    public static async Task<TableCounts> WriteCsvAsync(ICaseGraph graph, CaseFile file, string folder, CancellationToken ct)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new ArgumentException($"'{folder}' is not an empty folder: name a new one.");
        }

        Directory.CreateDirectory(folder);
        var postings = await WritePostingsAsync(graph, file.Version, Path.Combine(folder, "postings.csv"), ct);
        var rows = WriteTransfers(file.Reconciliation.Ledger, folder, ct);
        return new TableCounts(postings, file.Reconciliation.Ledger.Count, rows);
    }

    private static async Task<long> WritePostingsAsync(ICaseGraph graph, CaseVersion at, string path, CancellationToken ct)
    {
        using var table = new TableWriter(path, "document", "statement", "row", "account", "counterparty", "minor", "currency", "counter_minor", "counter_currency", "booking_date", "value_date", "instant",
            "kind", "origin", "balance", "counter_balance", "reference", "end_to_end_id", "local_id", "counterparty_name", "text");
        var rows = 0L;
        await foreach (var p in graph.PostingsAsync(LedgerRequest.WholeCase(at) with { WithTexts = true }, ct))
        {
            for (var i = 0; i < p.Count; i++)
            {
                Write(table, p, i);
            }

            rows += p.Count;
        }

        return rows;
    }

    private static void Write(TableWriter table, PostingPage p, int i)
    {
        table.Cell(p.Document.Hex);
        table.Cell(p.StatementIds[p.Statement[i]]);
        table.Cell(p.Row[i]);
        table.Cell(p.Account[i] == 0 ? null : p.AccountNames[p.Account[i]]);
        table.Cell(p.Counterparty[i] == 0 ? null : p.AccountNames[p.Counterparty[i]]);
        table.Cell(p.Minor[i]);
        table.Cell(p.CurrencyCodes[p.Currency[i]]);
        table.CellUnless(p.CounterMinor[i], 0);
        table.Cell(p.CounterMinor[i] == 0 ? null : p.CurrencyCodes[p.CounterCurrency[i]]);
        table.Cell(DayText(p.BookingDay[i]));
        table.Cell(DayText(p.ValueDay[i]));
        table.Cell(InstantText(p.Instant[i]));
        table.Cell(p.Kind[i].ToString().ToLowerInvariant());
        table.Cell(p.Origin[i].ToString().ToLowerInvariant());
        table.CellUnless(p.Balance[i], PostingPage.NoBalance);
        table.CellUnless(p.CounterBalance[i], PostingPage.NoBalance);
        table.Cell(p.Reference[i]);
        table.Cell(p.EndToEndId[i]);
        table.Cell(p.LocalId[i]);
        table.Cell(p.CounterpartyName[i]);
        table.Cell(p.Text[i]);
        table.EndRow();
    }

    private static long WriteTransfers(Ledger ledger, string folder, CancellationToken ct)
    {
        using var table = new TableWriter(Path.Combine(folder, "transfers.csv"), "transfer", "debited", "credited", "debit_minor", "debit_currency", "credit_minor", "credit_currency", "debit_date",
            "credit_date", "debit_instant", "credit_instant", "kind", "flags", "debit_position", "credit_position");
        using var behind = new TableWriter(Path.Combine(folder, "transfer_rows.csv"), "transfer", "document", "statement", "row");
        var rows = 0L;
        for (var m = 0; m < ledger.Count; m++)
        {
            ct.ThrowIfCancellationRequested();
            var (from, to) = (ledger.Debited[m], ledger.Credited[m]);
            table.Cell(m);
            table.Cell(ledger.Accounts[from].Id);
            table.Cell(ledger.Accounts[to].Id);
            table.Cell(ledger.DebitMinor[m]);
            table.Cell(ledger.Accounts[from == 0 ? to : from].Currency);
            table.Cell(ledger.CreditMinor[m]);
            table.Cell(ledger.Accounts[to == 0 ? from : to].Currency);
            table.Cell(DayText(ledger.DebitDay[m]));
            table.Cell(DayText(ledger.CreditDay[m]));
            table.Cell(InstantText(ledger.DebitInstant[m]));
            table.Cell(InstantText(ledger.CreditInstant[m]));
            table.Cell(ledger.Kind[m].ToString());
            table.Cell(ledger.Flags[m] == MovementFlags.None ? null : ledger.Flags[m].ToString().Replace(", ", " ", StringComparison.Ordinal));
            table.CellUnless(ledger.Position[m * 2], -1);
            table.CellUnless(ledger.Position[(m * 2) + 1], -1);
            table.EndRow();
            foreach (var row in ledger.RowsOf(m))
            {
                behind.Cell(m);
                behind.Cell(row.Document.Hex);
                behind.Cell(row.Statement);
                behind.Cell(row.Row);
                behind.EndRow();
                rows++;
            }
        }

        return rows;
    }

    private static string? DayText(int day) => day == Day.NoneNumber ? null : new Day(day).ToString();

    private static string? InstantText(long instant) => instant == Instant.None ? null
        : instant is >= -62_135_596_800_000 and <= 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        : instant.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace FinInvest.Graph.Store.Neo4j.Publishing;

/// <summary>Movements of a ledger as rows of publish/transfers.cypher.</summary>
internal sealed class TransferRows(Ledger ledger, AccountNumbers accounts, RecordNumbers records)
{
    private static readonly string[] Kinds = ["transfer", "opening", "opening debt", "gap out", "gap return", "bank fee", "interest"];
    private static readonly (MovementFlags Flag, string Word)[] Flags =
    [
        (MovementFlags.OneSided, "one-sided"), (MovementFlags.Corroborated, "corroborated"), (MovementFlags.Inferred, "inferred"), (MovementFlags.DebitMoved, "debit moved"),
        (MovementFlags.OrderNotEvidenced, "order not evidenced"), (MovementFlags.Cash, "cash"), (MovementFlags.Exchange, "exchange"),
    ];

    private readonly Dictionary<MovementFlags, string[]> words = [];

    public object?[] Row(int m)
    {
        var (from, to) = (ledger.Debited[m], ledger.Credited[m]);
        var behind = ledger.RowsOf(m);
        var rows = new List<long>(behind.Length);
        var documents = new List<long>(1);
        foreach (var key in behind)
        {
            rows.Add(records.Row(key) ?? throw new InvalidOperationException($"Row {key} stands behind movement {m} and is not in the database."));
            if (records.Document(key.Document) is { } document && !documents.Contains(document))
            {
                documents.Add(document);
            }
        }

        return
        [
            m, accounts.OfLedger[from], accounts.OfLedger[to], Kinds[(int)ledger.Kind[m]], ledger.DebitMinor[m], ledger.Accounts[from == 0 ? to : from].Currency, ledger.CreditMinor[m],
            ledger.Accounts[to == 0 ? from : to].Currency, Text(ledger.DebitDay[m]), Text(ledger.CreditDay[m]), At(ledger.DebitInstant[m]), At(ledger.CreditInstant[m]),
            Place(ledger.Position[m * 2]), Place(ledger.Position[(m * 2) + 1]), Words(ledger.Flags[m]), rows, documents,
        ];
    }

    private string[] Words(MovementFlags flags)
    {
        if (!words.TryGetValue(flags, out var list))
        {
            words[flags] = list = [.. Flags.Where(f => flags.HasFlag(f.Flag)).Select(f => f.Word)];
        }

        return list;
    }

    private static string? Text(int day) => day == Day.NoneNumber ? null : new Day(day).ToString();

    /// <summary>Null also beyond the years 1 to 9999, which a row may state and a date on the server cannot.</summary>
    private static string? At(long instant) => instant is >= -62_135_596_800_000 and <= 253_402_300_799_999
        ? DateTimeOffset.FromUnixTimeMilliseconds(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) : null;

    private static object? Place(int position) => position < 0 ? null : position;
}

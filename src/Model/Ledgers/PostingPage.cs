namespace FinInvest.Graph.Model.Ledgers;

/// <summary>
/// Rows of one document as columns, at most <see cref="RowsMax"/>. Written by Ingest, kept by the store, read by Reconcile.
/// One entry is one source row. A two-sided row (both accounts named by the source) gives two postings: Minor on Account and
/// CounterMinor on Counterparty; it belongs to the virtual statements of both accounts.
/// </summary>
public sealed class PostingPage
{
    public const int RowsMax = 65_536;
    public const long NoBalance = long.MinValue;

    public required Sha256 Document { get; init; }

    /// <summary>Account names that the columns point to; entry 0 is "" (not named).</summary>
    public required IReadOnlyList<string> AccountNames { get; init; }

    /// <summary>Statement ids that the column points to. For two-sided extracts one id per file ("extract" name).</summary>
    public required IReadOnlyList<string> StatementIds { get; init; }
    public required IReadOnlyList<string> CurrencyCodes { get; init; }
    public required int Count { get; init; }

    /// <summary>Row number within the statement (as the source counts, 1-based).</summary>
    public required int[] Row { get; init; }
    public required int[] Statement { get; init; }
    public required int[] Account { get; init; }

    /// <summary>The other side as the source names it (an account id, or any text such as a shop); 0 = not named.</summary>
    public required int[] Counterparty { get; init; }

    /// <summary>Signed as the holder of Account sees it: + credit, - debit.</summary>
    public required long[] Minor { get; init; }

    /// <summary>Two-sided rows only: the signed amount on Counterparty (opposite sign); 0 = one-sided.</summary>
    public required long[] CounterMinor { get; init; }
    public required int[] BookingDay { get; init; }
    public required int[] ValueDay { get; init; }

    /// <summary><see cref="Instant.None"/> where only the day is known.</summary>
    public required long[] Instant { get; init; }
    public required byte[] Currency { get; init; }
    public required byte[] CounterCurrency { get; init; }
    public required PostingKind[] Kind { get; init; }
    public required PostingOrigin[] Origin { get; init; }

    /// <summary>Running balance after the row as printed, or <see cref="NoBalance"/>.</summary>
    public required long[] Balance { get; init; }

    /// <summary>Two-sided rows: running balance of Counterparty after the row, or <see cref="NoBalance"/>.</summary>
    public required long[] CounterBalance { get; init; }

    /// <summary>Bank's entry reference; null where the source has none (so for the other texts).</summary>
    public required string?[] Reference { get; init; }
    public required string?[] EndToEndId { get; init; }

    /// <summary>The sender's own id of the row, prefixed as the mapping says.</summary>
    public required string?[] LocalId { get; init; }
    public required string?[] CounterpartyName { get; init; }

    /// <summary>Remittance information.</summary>
    public required string?[] Text { get; init; }

    /// <summary>An empty page with all columns of the given capacity.</summary>
    public static PostingPage Allocate(Sha256 document, IReadOnlyList<string> accounts, IReadOnlyList<string> statements, IReadOnlyList<string> currencies, int count) => new()
    {
        Document = document,
        AccountNames = accounts,
        StatementIds = statements,
        CurrencyCodes = currencies,
        Count = count,
        Row = new int[count],
        Statement = new int[count],
        Account = new int[count],
        Counterparty = new int[count],
        Minor = new long[count],
        CounterMinor = new long[count],
        BookingDay = new int[count],
        ValueDay = new int[count],
        Instant = Fill(new long[count], FinInvest.Graph.Model.Values.Instant.None),
        Currency = new byte[count],
        CounterCurrency = new byte[count],
        Kind = new PostingKind[count],
        Origin = new PostingOrigin[count],
        Balance = Fill(new long[count], NoBalance),
        CounterBalance = Fill(new long[count], NoBalance),
        Reference = new string?[count],
        EndToEndId = new string?[count],
        LocalId = new string?[count],
        CounterpartyName = new string?[count],
        Text = new string?[count],
    };

    private static long[] Fill(long[] column, long value)
    {
        Array.Fill(column, value);
        return column;
    }
}

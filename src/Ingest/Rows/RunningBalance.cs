namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Watches one statement's running balance: it is evidence of order, opening and closing only when it follows from the amounts on every row.</summary>
internal sealed class RunningBalance(int statement, int account, byte currency)
{
    private long firstMinor;
    private long firstBalance;
    private long lastMinor;
    private long lastBalance;

    public int Statement => statement;
    public int Account => account;
    public byte Currency => currency;
    public int Rows { get; private set; }
    public Day First { get; private set; } = new(int.MaxValue);
    public Day Last { get; private set; } = new(int.MinValue + 1);

    /// <summary>Every row so far has a balance, and it runs from the top (oldest first).</summary>
    public bool RunsDown { get; private set; } = true;

    /// <summary>It runs from the bottom (newest first).</summary>
    public bool RunsUp { get; private set; } = true;

    /// <summary>Row on which it first does not run from the top.</summary>
    public int BreakRow { get; private set; }

    public bool OneAccount { get; private set; } = true;

    public long OpeningDown => firstBalance - firstMinor;
    public long ClosingDown => lastBalance;
    public long OpeningUp => lastBalance - lastMinor;
    public long ClosingUp => firstBalance;

    public void Add(in PostingRow row)
    {
        OneAccount &= row.Account == account && row.Currency == currency;
        First = row.BookingDay < First ? row.BookingDay : First;
        Last = row.BookingDay > Last ? row.BookingDay : Last;
        var printed = row.Balance != PostingPage.NoBalance;
        if (Rows == 0)
        {
            (firstMinor, firstBalance) = (row.Minor, row.Balance);
            RunsDown = RunsUp = printed;
        }
        else
        {
            RunsDown &= printed && (Int128)lastBalance + row.Minor == row.Balance;
            RunsUp &= printed && (Int128)lastBalance - lastMinor == row.Balance;
        }

        if (!RunsDown && BreakRow == 0)
        {
            BreakRow = row.Row;
        }

        (lastMinor, lastBalance) = (row.Minor, row.Balance);
        Rows++;
    }
}

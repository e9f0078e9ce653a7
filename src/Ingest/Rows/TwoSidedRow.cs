using FinInvest.Graph.Ingest.Mapping;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>A row that names both accounts; with both balances where the source prints them.</summary>
internal sealed class TwoSidedRow(RowSource source, FileMapping mapping, PostingCells cells, RowMoney money, RowFaults faults, NamePool accounts, NamePool statements, string stem)
{
    /// <summary>Rows with a fee.</summary>
    public long Fees { get; private set; }

    /// <summary>Rows whose balance before plus amount is not the balance after.</summary>
    public long Unfooted { get; private set; }

    public void Read(ref PostingRow row)
    {
        var reader = source.Reader;
        var from = cells.From.ReadName(reader, accounts);
        var to = cells.To.ReadName(reader, accounts);
        row.Statement = cells.Statement.ReadName(reader, statements) is > 0 and var named ? named : statements.IndexOf(stem);
        if (from == 0 && to == 0)
        {
            faults.Fail(RejectCodes.ValueMissing, cells.From, "", "One side at least must be named.");
            return;
        }

        if (!money.TryCurrency(cells.Currency, from != 0 ? from : to, out row.Currency))
        {
            return;
        }

        row.CounterCurrency = row.Currency;
        if (!cells.CurrencyCredited.Read(reader).IsEmpty && !money.TryCurrency(cells.CurrencyCredited, to, out row.CounterCurrency))
        {
            return;
        }

        if (!money.TrySize(cells.Amount, row.Currency, out var debited) || cells.Amount.Read(reader).IsEmpty)
        {
            faults.Fail(RejectCodes.ValueMissing, cells.Amount, "");
            return;
        }

        var credited = debited;
        var statedCredit = !cells.AmountCredited.Read(reader).IsEmpty;
        if (statedCredit ? !money.TrySize(cells.AmountCredited, row.CounterCurrency, out credited) : row.CounterCurrency != row.Currency)
        {
            faults.Fail(RejectCodes.ValueMissing, cells.AmountCredited, "", "The sides have different currencies, so both amounts are needed.");
            return;
        }

        if (cells.Fee.IsMapped && money.TrySize(cells.Fee, row.Currency, out var fee) && fee != 0)
        {
            Fees++;
            (debited, credited) = mapping.FeeFrom == "receiver" ? (debited, credited - fee) : (money.Checked((Int128)debited + fee, cells.Fee), credited);
            if (credited < 0)
            {
                faults.Fail(RejectCodes.AmountNegative, cells.Fee, cells.Fee.Read(reader), "The fee is larger than the amount.");
            }
        }

        if (faults.None)
        {
            Place(ref row, from, to, debited, credited);
        }
    }

    /// <summary>A row with one side outside is a one-sided row of the other.</summary>
    private void Place(ref PostingRow row, int from, int to, long debited, long credited)
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
        if ((hasBefore && !money.TryAmount(before, currency, out old)) || (hasAfter && !money.TryAmount(after, currency, out now)))
        {
            return PostingPage.NoBalance;
        }

        if (hasBefore && hasAfter && (Int128)old + minor != now)
        {
            Unfooted++;
        }

        return hasAfter || !hasBefore ? now : money.Checked((Int128)old + minor, before);
    }
}

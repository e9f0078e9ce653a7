using FinInvest.Graph.Ingest.Mapping;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>A row of an account's own statement: account, signed amount, the other side as the bank names it.</summary>
internal sealed class OneSidedRow(RowSource source, FileMapping mapping, ReadingContext context, PostingCells cells, RowMoney money, RowFaults faults,
    NamePool accounts, NamePool statements, string stem)
{
    /// <summary>Rows to whose debit a fee was added.</summary>
    public long Fees { get; private set; }

    public void Read(ref PostingRow row)
    {
        var reader = source.Reader;
        row.Statement = cells.Statement.ReadName(reader, statements);
        row.Account = cells.Account.ReadName(reader, accounts);
        row.Counterparty = cells.Counterparty.ReadName(reader, accounts);
        if (row.Account == 0)
        {
            FindAccount(ref row);
        }

        if (!faults.None || !money.TryCurrency(cells.Currency, row.Account, out row.Currency))
        {
            return;
        }

        row.CounterCurrency = row.Currency;
        ReadMinor(ref row);
        if (faults.None && cells.Fee.IsMapped && money.TryAmount(cells.Fee, row.Currency, out var fee) && fee != 0)
        {
            Fees++;
            row.Minor = money.Checked((Int128)row.Minor - Math.Abs(fee), cells.Fee);
        }

        if (faults.None && cells.Balance.IsMapped && !cells.Balance.Read(reader).IsEmpty && money.TryAmount(cells.Balance, row.Currency, out var balance))
        {
            row.Balance = balance;
        }

        if (row.Statement == 0)
        {
            row.Statement = cells.Account.Index < 0 ? statements.IndexOf(stem) : statements.IndexOf(stem + ":" + accounts[row.Account]);
        }
    }

    private void FindAccount(ref PostingRow row)
    {
        var name = mapping.Statement.Account ?? source.Lines.AccountText ?? "";
        if (row.Statement != 0 && context.StatementAccounts.TryGetValue(statements[row.Statement], out var known))
        {
            name = known;
        }

        row.Account = accounts.IndexOf(name);
        if (row.Account == 0)
        {
            faults.Fail(RejectCodes.ValueMissing, cells.Account, "", "The statement is not known either: name the account, or load statements.csv with this file or before it.");
        }
    }

    /// <summary>One signed column, debit and credit columns, or an amount with a column that says which.</summary>
    private void ReadMinor(ref PostingRow row)
    {
        var reader = source.Reader;
        if (cells.Debit.IsMapped || cells.Credit.IsMapped)
        {
            if (!money.TryAmount(cells.Debit, row.Currency, out var debit) || !money.TryAmount(cells.Credit, row.Currency, out var credit))
            {
                return;
            }

            if (debit != 0 && credit != 0)
            {
                faults.Fail(RejectCodes.AmountTwice, cells.Debit, cells.Debit.Read(reader));
            }
            else if (cells.Debit.Read(reader).IsEmpty && cells.Credit.Read(reader).IsEmpty)
            {
                faults.Fail(RejectCodes.ValueMissing, cells.Debit, "", "Neither debit nor credit is filled.");
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
            faults.Fail(RejectCodes.ValueMissing, cells.Amount, "");
        }
        else if (money.TryAmount(cells.Amount, row.Currency, out var amount))
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
                    faults.Fail(RejectCodes.ValueNotKnown, cells.Direction, direction, $"Debit: {string.Join(", ", mapping.DebitWords)}; credit: {string.Join(", ", mapping.CreditWords)}.");
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
}

using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Provenance;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>Writes Schedule C of one account while the legs run; claim, other and free money are carried from row to row.</summary>
internal sealed class RunningLedgerWriter(Ledger ledger, OwnerTable owners, int account)
{
    private readonly List<RunningLedgerRow> rows = [];
    private readonly long[] byClass = new long[3];
    private IReadOnlyList<OwnedAmount> arrived = [];

    public RunningLedger Ledger => new(ledger.Accounts[account].Id, ledger.Accounts[account].Currency, rows);

    public void Debit(int movement, Portion taken, long unfunded, long balance)
    {
        AddClasses(taken, -1);
        byClass[(int)OwnerClass.Free] += unfunded;
        Write(movement, isCredit: false, ledger.DebitMinor[movement], balance, Owned(taken), unfunded, 0);
    }

    public void Arrives(Portion hand) => arrived = Owned(hand);

    /// <summary>What is left of the credit after it repaid debt.</summary>
    public void Enters(Portion parcel) => AddClasses(parcel, 1);

    public void Credit(int movement, long repaid, long balance)
    {
        Write(movement, isCredit: true, ledger.CreditMinor[movement], balance, arrived, 0, repaid);
    }

    /// <summary>The account starts, or comes back from a gap, overdrawn.</summary>
    public void Restart(int movement, long balance)
    {
        Array.Clear(byClass);
        Write(movement, isCredit: true, ledger.CreditMinor[movement], balance, [], 0, 0);
    }

    private void AddClasses(Portion portion, int sign)
    {
        for (var i = 0; i < portion.Count; i++)
        {
            byClass[(int)owners.ClassOf(portion.Owners[i])] += sign * portion.Minors[i];
        }
    }

    private List<OwnedAmount> Owned(Portion portion)
    {
        var list = new List<OwnedAmount>(portion.Count);
        for (var i = 0; i < portion.Count; i++)
        {
            list.Add(new OwnedAmount(owners.Labels[portion.Owners[i]], owners.ClassOf(portion.Owners[i]), portion.Minors[i], portion.Origins[i]));
        }

        return list;
    }

    private void Write(int movement, bool isCredit, long minor, long balance, IReadOnlyList<OwnedAmount> taken, long unfunded, long repaid)
    {
        (var claim, var other, var free) = (byClass[(int)OwnerClass.Claim], byClass[(int)OwnerClass.OtherClaimant], byClass[(int)OwnerClass.Free]);
        if (claim + other + free != Math.Max(0, balance) || claim < 0 || other < 0 || free < 0)
        {
            throw new InvalidOperationException($"The running ledger of account {ledger.Accounts[account].Id} does not foot at movement {movement}: {claim} + {other} + {free} is not {balance}.");
        }

        var keys = ledger.RowsOf(movement);
        RowKey? key = keys.Length == 0 ? null : isCredit ? keys[^1] : keys[0];
        var facing = isCredit ? ledger.Debited[movement] : ledger.Credited[movement];
        rows.Add(new RunningLedgerRow(movement, isCredit, new Day(isCredit ? ledger.CreditDay[movement] : ledger.DebitDay[movement]), ledger.Accounts[facing].Id,
            ledger.Kind[movement], minor, balance, claim, other, free, taken, unfunded, repaid, key));
    }
}

using System.Runtime.InteropServices;
using Xunit;

namespace FinInvest.Graph.Tests.Ledgers;

public sealed class LedgerColumnsTests
{
    private static readonly Sha256 File1 = new(new string('1', 64));
    private static readonly Sha256 File2 = new(new string('2', 64));

    [Fact]
    public void A_column_reads_the_same_from_an_array_and_from_an_address()
    {
        long[] values = [3, 1, 4, 1, 5];
        var memory = Marshal.AllocHGlobal(40);
        try
        {
            Marshal.Copy(values, 0, memory, 5);
            Column<long> managed = values;
            var mapped = new Column<long>(memory, 5);
            Assert.Equal(values, managed.ToArray());
            Assert.Equal(values, mapped.ToArray());
            Assert.Equal(14, mapped.Sum());
            Assert.Equal(4, mapped[2]);
            Assert.Throws<IndexOutOfRangeException>(() => mapped[5]);
            Assert.Throws<IndexOutOfRangeException>(() => managed[-1]);
            Assert.True(mapped.IsSameAs(mapped));
            Assert.False(mapped.IsSameAs(managed));
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }

    [Fact]
    public void Rows_are_found_from_their_movement_and_movements_from_their_row()
    {
        var draft = new LedgerDraft();
        var x = Account(draft, "X");
        draft.Add(MovementKind.Opening, 0, x, 5, 5, new(1), new(1));
        draft.Add(MovementKind.Transfer, 0, x, 7, 7, new(1), new(1), rows: [new(File1, "S", 1), new(File2, "S", 4)]);
        draft.Add(MovementKind.Transfer, x, 0, 2, 2, new(1), new(1), rows: [new(File1, "S", 2)]);
        var ledger = draft.BuildInOrder();

        Assert.Equal(0, ledger.RowsOf(0).Length);
        Assert.Equal([new(File1, "S", 1), new(File2, "S", 4)], ledger.RowsOf(1).ToArray());
        Assert.Equal([new(File1, "S", 2)], ledger.RowsOf(2).ToArray());
        Assert.Equal([1, 1, 2, -1, -1], new[] { new RowKey(File1, "S", 1), new(File2, "S", 4), new(File1, "S", 2), new(File2, "S", 2), new(File1, "T", 1) }.Select(ledger.MovementOf));
        Assert.Equal([File1, File2], ledger.Documents);
        Assert.Equal([x, -1, -1], new[] { "X", "Y", "OUTSIDE" }.Select(ledger.AccountIndex));
    }

    [Fact]
    public void Sides_that_are_the_same_throughout_share_their_memory_and_one_row_each_needs_no_starts()
    {
        var columns = Draft(fee: 0).BuildInOrder().Columns;
        Assert.True(columns.CreditMinor.IsSameAs(columns.DebitMinor) && columns.CreditDay.IsSameAs(columns.DebitDay) && columns.CreditInstant.IsSameAs(columns.DebitInstant));
        Assert.Equal(0, columns.RowStart.Length);

        var other = Draft(fee: 1).BuildInOrder().Columns;
        Assert.False(other.CreditMinor.IsSameAs(other.DebitMinor));
        Assert.Equal([10L, 20], other.DebitMinor.ToArray());
        Assert.Equal([9L, 19], other.CreditMinor.ToArray());
    }

    [Fact]
    public void A_draft_ends_with_its_ledger()
    {
        var draft = Draft(fee: 0);
        draft.BuildInOrder();
        Assert.Contains("nothing can be added", Assert.Throws<InvalidOperationException>(() => draft.Add(MovementKind.Transfer, 1, 2, 1, 1, new(1), new(1))).Message, StringComparison.Ordinal);
    }

    private static LedgerDraft Draft(long fee)
    {
        var draft = new LedgerDraft();
        var (x, y) = (Account(draft, "X"), Account(draft, "Y"));
        draft.Add(MovementKind.Transfer, x, y, 10, 10 - fee, new(1), new(1), rows: [new(File1, "S", 1)]);
        draft.Add(MovementKind.Transfer, y, x, 20, 20 - fee, new(2), new(2), rows: [new(File1, "S", 2)]);
        return draft;
    }

    private static int Account(LedgerDraft draft, string id) => draft.AddAccount(new LedgerAccount(id, "KZT", AccountCoverage.Unreconciled, [], new(9)));
}

using System.Collections;
using System.Text;

namespace FinInvest.Graph.Casework.Caching;

/// <summary>A ledger's accounts in columns: an account is made when it is first asked for, and one is found by its name without making the others.</summary>
internal sealed class AccountColumns : IReadOnlyList<LedgerAccount>
{
    private readonly LedgerAccount?[] made;
    private readonly string[] currencies;
    private readonly Column<int> nameStart;
    private readonly Column<byte> names;
    private readonly Column<int> byName;
    private readonly Column<int> currency;
    private readonly Column<AccountCoverage> coverage;
    private readonly Column<int> statedAsOf;
    private readonly Column<int> coveredStart;
    private readonly Column<DayRange> covered;

    public AccountColumns(EntryReader from)
    {
        currencies = from.Contents.List(from.Contents.Text);
        nameStart = from.Column<int>();
        names = from.Column<byte>();
        byName = from.Column<int>();
        currency = from.Column<int>();
        coverage = from.Column<AccountCoverage>();
        statedAsOf = from.Column<int>();
        coveredStart = from.Column<int>();
        covered = from.Column<DayRange>();
        made = new LedgerAccount?[coverage.Length];
    }

    public int Count => made.Length;

    public LedgerAccount this[int index] => made[index] ??= new LedgerAccount(Encoding.UTF8.GetString(Name(index)), currencies[currency[index]], coverage[index],
        coveredStart[index] == coveredStart[index + 1] ? [] : covered.Span[coveredStart[index]..coveredStart[index + 1]].ToArray(), new Day(statedAsOf[index]));

    public static void Write(IReadOnlyList<LedgerAccount> accounts, EntrySections to)
    {
        var currencies = accounts.Select(a => a.Currency).Distinct(StringComparer.Ordinal).ToList();
        var number = currencies.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i, StringComparer.Ordinal);
        var names = accounts.Select(a => Encoding.UTF8.GetBytes(a.Id)).ToArray();
        to.Contents.List(currencies, to.Contents.Text);
        to.Column(Starts(names.Select(n => n.Length)));
        to.Column<byte>(names.SelectMany(n => n).ToArray());
        to.Column<int>(Enumerable.Range(1, accounts.Count - 1).Order(Comparer<int>.Create((a, b) => names[a].AsSpan().SequenceCompareTo(names[b]))).ToArray());
        to.Column<int>(accounts.Select(a => number[a.Currency]).ToArray());
        to.Column<AccountCoverage>(accounts.Select(a => a.Coverage).ToArray());
        to.Column<int>(accounts.Select(a => a.StatedAsOf.Number).ToArray());
        to.Column(Starts(accounts.Select(a => a.Covered.Count)));
        to.Column<DayRange>(accounts.SelectMany(a => a.Covered).ToArray());
    }

    /// <summary>Index of an account by its id, or -1; OUTSIDE has none.</summary>
    public int IndexOf(string id)
    {
        var wanted = Encoding.UTF8.GetBytes(id);
        var (low, high) = (0, byName.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var order = Name(byName[middle]).SequenceCompareTo(wanted);
            if (order == 0)
            {
                return byName[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return -1;
    }

    public IEnumerator<LedgerAccount> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ReadOnlySpan<byte> Name(int account) => names.Span[nameStart[account]..nameStart[account + 1]];

    private static Column<int> Starts(IEnumerable<int> lengths)
    {
        var starts = new List<int> { 0 };
        foreach (var length in lengths)
        {
            starts.Add(checked(starts[^1] + length));
        }

        return starts.ToArray();
    }
}

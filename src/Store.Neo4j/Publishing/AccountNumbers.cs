using FinInvest.Graph.Store.Neo4j.Reading;
using FinInvest.Graph.Store.Publishing;

namespace FinInvest.Graph.Store.Neo4j.Publishing;

/// <summary>Numbers of accounts by id: those of the records, and negative ones for accounts that no row names.</summary>
internal sealed class AccountNumbers
{
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal) { [""] = 0 };

    /// <param name="publication">Two publications that are there at the same time give different numbers.</param>
    public AccountNumbers(CaseNames names, Publication published, long publication)
    {
        foreach (var (name, i) in names.Accounts.Select((n, i) => (n, i)).Skip(1))
        {
            numbers.TryAdd(name, i);
        }

        var without = published.Accounts.Select(a => a.Key).Concat(published.Ledger.Accounts.Skip(1).Select(a => a.Id)).Where(id => !numbers.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
        New = [.. without.Select((id, i) => (-((publication << 32) + i + 1), id))];
        foreach (var (number, id) in New)
        {
            numbers.Add(id, number);
        }

        OfLedger = [0, .. published.Ledger.Accounts.Skip(1).Select(a => numbers[a.Id])];
    }

    /// <summary>Accounts that no row names.</summary>
    public IReadOnlyList<(long Number, string Id)> New { get; }

    /// <summary>By index in the ledger.</summary>
    public IReadOnlyList<long> OfLedger { get; }

    /// <summary>The number of an account of the publication.</summary>
    public long Of(string id) => numbers[id];
}

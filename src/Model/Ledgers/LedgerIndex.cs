namespace FinInvest.Graph.Model.Ledgers;

/// <summary>What is looked up in a ledger by name, made when first asked for.</summary>
internal sealed class LedgerIndex
{
    private readonly Lazy<Func<string, int>> accountIndex;
    private readonly Lazy<IReadOnlyList<Sha256>> documents;

    public LedgerIndex(Ledger ledger, Func<string, int>? accountIndex)
    {
        this.accountIndex = new(() => accountIndex ?? ByName(ledger.Accounts));
        documents = new(() => Used(ledger));
    }

    public IReadOnlyList<Sha256> Documents => documents.Value;

    public int AccountIndex(string id) => accountIndex.Value(id);

    private static Func<string, int> ByName(IReadOnlyList<LedgerAccount> accounts)
    {
        var byName = new Dictionary<string, int>(accounts.Count, StringComparer.Ordinal);
        for (var a = 1; a < accounts.Count; a++)
        {
            byName.TryAdd(accounts[a].Id, a);
        }

        return id => byName.GetValueOrDefault(id, -1);
    }

    private static Sha256[] Used(Ledger ledger)
    {
        var used = new bool[ledger.Statements.Count];
        foreach (var statement in ledger.Columns.RowStatement)
        {
            used[statement] = true;
        }

        return [.. ledger.Statements.Where((_, s) => used[s]).Select(s => s.Document).Distinct()];
    }
}

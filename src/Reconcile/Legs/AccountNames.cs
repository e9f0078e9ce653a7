using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Legs;

/// <summary>What a row's counterparty text means: an account of the ledger, an account known to be elsewhere, or nothing that identifies.</summary>
internal sealed class AccountNames
{
    public const int NotNamed = -1;

    /// <summary>A text that is no account of the case: a shop, a company's name.</summary>
    public const int Text = -3;

    /// <summary>An account of the case that is OUTSIDE.</summary>
    public const int Elsewhere = -2;

    private readonly int[] ledgerIndex;
    private readonly string[] currencies;

    public AccountNames(PostingColumns c, CaseFacts facts, LedgerDraft draft, IReadOnlyList<LedgerAccount> accounts, AccountUses uses)
    {
        ledgerIndex = new int[c.Names.Length];
        Array.Fill(ledgerIndex, Text);
        ledgerIndex[0] = NotNamed;
        foreach (var name in facts.All<Account>().Select(a => a.Id).Concat(uses.Accounts).Where(c.NameIndex.ContainsKey))
        {
            ledgerIndex[c.NameIndex[name]] = Elsewhere;
        }

        foreach (var account in accounts.Where(a => c.NameIndex.ContainsKey(a.Id)))
        {
            ledgerIndex[c.NameIndex[account.Id]] = account.Coverage == AccountCoverage.External ? Elsewhere : draft.AccountIndex(account.Id);
        }

        currencies = [.. accounts.Select(a => a.Currency)];
    }

    /// <summary>Ledger index of a name, or one of <see cref="NotNamed"/>, <see cref="Text"/>, <see cref="Elsewhere"/>.</summary>
    public int Named(int name) => ledgerIndex[name];

    /// <summary>Currency of a ledger account.</summary>
    public string Currency(int account) => currencies[account];
}

using FinInvest.Graph.Ingest;

namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>Accounts and statements a load knows so far, so that a later file may name them without repeating what they are.</summary>
internal sealed class KnownRecords
{
    private readonly Dictionary<string, string> currencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> accounts = new(StringComparer.Ordinal);

    public KnownRecords(CaseHeader? header, IEnumerable<FactRow> held)
    {
        Context = ReadingContext.Of(header) with { AccountCurrencies = currencies, StatementAccounts = accounts };
        Learn(held);
        IsDoubtful = false;
    }

    public ReadingContext Context { get; }

    /// <summary>Since the case was read something was learnt that speaks against what was known, or a case header: which of two counts must be read from the case as a whole.</summary>
    public bool IsDoubtful { get; private set; }

    public void Learn(IEnumerable<FactRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Fact is Account account)
            {
                IsDoubtful |= currencies.TryGetValue(account.Id, out var currency) && currency != account.Currency;
                currencies[account.Id] = account.Currency;
            }
            else if (row.Fact is Statement statement)
            {
                IsDoubtful |= accounts.TryGetValue(statement.Id, out var of) && of != statement.Account;
                accounts[statement.Id] = statement.Account;
            }

            IsDoubtful |= row.Fact is CaseHeader;
        }
    }
}

using FinInvest.Graph.Ingest;

namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>Accounts and statements a load knows so far, so that a later file may name them without repeating what they are.</summary>
internal sealed class KnownRecords
{
    private readonly Dictionary<string, string> currencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> accounts = new(StringComparer.Ordinal);

    public KnownRecords(CaseHeader? header) => Context = ReadingContext.Of(header) with { AccountCurrencies = currencies, StatementAccounts = accounts };

    public ReadingContext Context { get; }

    public void Learn(IEnumerable<FactRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Fact is Account account)
            {
                currencies[account.Id] = account.Currency;
            }
            else if (row.Fact is Statement statement)
            {
                accounts[statement.Id] = statement.Account;
            }
        }
    }
}

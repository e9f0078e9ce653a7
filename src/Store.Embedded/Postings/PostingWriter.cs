using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded.Postings;

/// <summary>Appends pages to the postings table: one prepared statement whose unchanged parameters stay bound.</summary>
internal sealed class PostingWriter : IDisposable
{
    private readonly Command insert;
    private readonly NameTable accounts;
    private readonly NameTable statements;
    private readonly NameTable currencies;
    private readonly NameMap accountMap;
    private readonly NameMap statementMap;
    private readonly NameMap currencyMap;

    /// <param name="known">The names each table holds, where they are known.</param>
    public PostingWriter(Database database, long load, IReadOnlyDictionary<string, Dictionary<string, int>>? known)
    {
        accounts = new NameTable(database, "accounts", load, known?["accounts"]);
        statements = new NameTable(database, "statements", load, known?["statements"]);
        currencies = new NameTable(database, "currencies", load, known?["currencies"], byte.MaxValue + 1);
        accountMap = new NameMap(accounts);
        statementMap = new NameMap(statements);
        currencyMap = new NameMap(currencies);
        Next = database.Number("SELECT ifnull(max(id), 0) + 1 FROM postings");
        insert = database.Prepare("""
            INSERT INTO postings(document, statement, row, account, counterparty, minor, counter_minor, booking_day, value_day, instant, currency, counter_currency, kind, origin,
                balance, counter_balance, reference, end_to_end_id, local_id, counterparty_name, text, id)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)
            """);
    }

    /// <summary>The names each table holds with this load.</summary>
    public Dictionary<string, Dictionary<string, int>> Names => new(StringComparer.Ordinal) { ["accounts"] = accounts.Numbers, ["statements"] = statements.Numbers, ["currencies"] = currencies.Numbers };

    /// <summary>Number of the row that comes next.</summary>
    public long Next { get; private set; }

    public void Append(long document, PostingPage page)
    {
        accountMap.Use(page.AccountNames);
        statementMap.Use(page.StatementIds);
        currencyMap.Use(page.CurrencyCodes);
        insert.Bind(1, document);
        for (var i = 0; i < page.Count; i++)
        {
            insert.Bind(2, statementMap[page.Statement[i]]);
            insert.Bind(3, page.Row[i]);
            BindAccount(4, page.AccountNames, page.Account[i]);
            BindAccount(5, page.AccountNames, page.Counterparty[i]);
            insert.Bind(6, page.Minor[i]);
            BindUnless(7, page.CounterMinor[i], 0);
            BindUnless(8, page.BookingDay[i], Day.NoneNumber);
            BindUnless(9, page.ValueDay[i], Day.NoneNumber);
            BindUnless(10, page.Instant[i], Instant.None);
            insert.Bind(11, currencyMap[page.Currency[i]]);
            if (page.CounterMinor[i] == 0)
            {
                insert.BindNull(12);
            }
            else
            {
                insert.Bind(12, currencyMap[page.CounterCurrency[i]]);
            }

            insert.Bind(13, (long)page.Kind[i]);
            insert.Bind(14, (long)page.Origin[i]);
            BindUnless(15, page.Balance[i], PostingPage.NoBalance);
            BindUnless(16, page.CounterBalance[i], PostingPage.NoBalance);
            insert.Bind(17, page.Reference[i]);
            insert.Bind(18, page.EndToEndId[i]);
            insert.Bind(19, page.LocalId[i]);
            insert.Bind(20, page.CounterpartyName[i]);
            insert.Bind(21, page.Text[i]);
            insert.Bind(22, Next);
            insert.Execute();
            Next++;
        }
    }

    public void Dispose()
    {
        insert.Dispose();
        accounts.Dispose();
        statements.Dispose();
        currencies.Dispose();
    }

    /// <summary>Index 0 is "not named" and stands as NULL.</summary>
    private void BindAccount(int parameter, IReadOnlyList<string> names, int index)
    {
        if (index == 0 || names[index].Length == 0)
        {
            insert.BindNull(parameter);
        }
        else
        {
            insert.Bind(parameter, accountMap[index]);
        }
    }

    private void BindUnless(int parameter, long value, long none)
    {
        if (value == none)
        {
            insert.BindNull(parameter);
        }
        else
        {
            insert.Bind(parameter, value);
        }
    }
}

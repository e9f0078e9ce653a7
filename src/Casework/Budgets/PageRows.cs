namespace FinInvest.Graph.Casework.Budgets;

/// <summary>Some rows of a page.</summary>
internal static class PageRows
{
    /// <summary>Places of the rows that are wanted, by account and counterparty.</summary>
    public static int[] Where(PostingPage page, Func<int, int, bool> isWanted)
    {
        var found = new List<int>();
        for (var i = 0; i < page.Count; i++)
        {
            if (isWanted(page.Account[i], page.Counterparty[i]))
            {
                found.Add(i);
            }
        }

        return [.. found];
    }

    /// <summary>A page of those rows alone.</summary>
    public static PostingPage Take(PostingPage page, int[] rows)
    {
        T[] Some<T>(T[] column) => Array.ConvertAll(rows, i => column[i]);

        return new PostingPage
        {
            Document = page.Document,
            AccountNames = page.AccountNames,
            StatementIds = page.StatementIds,
            CurrencyCodes = page.CurrencyCodes,
            Count = rows.Length,
            Row = Some(page.Row),
            Statement = Some(page.Statement),
            Account = Some(page.Account),
            Counterparty = Some(page.Counterparty),
            Minor = Some(page.Minor),
            CounterMinor = Some(page.CounterMinor),
            BookingDay = Some(page.BookingDay),
            ValueDay = Some(page.ValueDay),
            Instant = Some(page.Instant),
            Currency = Some(page.Currency),
            CounterCurrency = Some(page.CounterCurrency),
            Kind = Some(page.Kind),
            Origin = Some(page.Origin),
            Balance = Some(page.Balance),
            CounterBalance = Some(page.CounterBalance),
            Reference = Some(page.Reference),
            EndToEndId = Some(page.EndToEndId),
            LocalId = Some(page.LocalId),
            CounterpartyName = Some(page.CounterpartyName),
            Text = Some(page.Text),
        };
    }
}

namespace FinInvest.Graph.Casework.Replica;

/// <summary>The lists that the columns of pages point into. A later version's lists begin with an earlier one's, unless names were taken out of the case.</summary>
internal sealed record RowNames(IReadOnlyList<string> Accounts, IReadOnlyList<string> Statements, IReadOnlyList<string> Currencies)
{
    /// <summary>Of a case without rows.</summary>
    public static RowNames None { get; } = new([], [], []);

    public static RowNames Of(PostingPage page) => new(page.AccountNames, page.StatementIds, page.CurrencyCodes);

    public bool BeginWith(RowNames earlier) => Begins(Accounts, earlier.Accounts) && Begins(Statements, earlier.Statements) && Begins(Currencies, earlier.Currencies);

    private static bool Begins(IReadOnlyList<string> list, IReadOnlyList<string> with)
    {
        if (list.Count < with.Count)
        {
            return false;
        }

        for (var i = 0; i < with.Count; i++)
        {
            if (!string.Equals(list[i], with[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}

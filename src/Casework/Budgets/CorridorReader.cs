using System.Globalization;
using FinInvest.Graph.Trace.Corridors;

namespace FinInvest.Graph.Casework.Budgets;

/// <summary>
/// Fetches what <see cref="CorridorSearch"/> asks for: all rows twice, a page at a time, to find the accounts that are needed, then the rows that name one of them. Memory holds those rows and,
/// of the others, at most one pair of numbers for each two accounts that dealt with each other.
/// </summary>
internal static class CorridorReader
{
    /// <param name="rows">Rows of the case from the beginning at each call: all of them (null), or at least those that name one of some accounts.</param>
    /// <param name="pages">The rows that bear on the question.</param>
    /// <param name="kept">The facts that do: statements of other accounts have no rows here.</param>
    /// <exception cref="CaseRefusalException">The case states no as-of date, or the rows that bear on the question are more than the budget.</exception>
    public static CorridorExtent Read(CaseFacts facts, Func<IReadOnlyList<string>?, IEnumerable<PostingPage>> rows, RowBudget budget, out IReadOnlyList<PostingPage> pages, out CaseFacts kept, CancellationToken ct)
    {
        if (facts.Header is not { AsOf.IsNone: false })
        {
            throw new CaseRefusalException("This case has more rows than the budget, and its case.csv states no as_of date: the last day of all rows would be needed. State it, or raise --budget-rows.");
        }

        var search = new CorridorSearch(facts, budget.Accounts);
        while (search.NeedsRows)
        {
            foreach (var page in rows(null))
            {
                ct.ThrowIfCancellationRequested();
                search.Supply(page);
            }

            search.EndOfRows();
        }

        var accounts = search.Accounts;
        var taken = new List<PostingPage>();
        var count = 0L;
        foreach (var page in accounts.Count == 0 ? [] : rows(accounts))
        {
            ct.ThrowIfCancellationRequested();
            var needed = PageRows.Where(page, search.Needs);
            count += needed.Length;
            if (count <= budget.Rows && needed.Length > 0)
            {
                taken.Add(PageRows.Take(page, needed));
            }
        }

        if (count > budget.Rows)
        {
            throw new CaseRefusalException(string.Create(CultureInfo.InvariantCulture, $"{count} of the case's {search.RowsSeen} rows bear on this question, and the budget is {budget.Rows}: raise --budget-rows."));
        }

        var needs = accounts.ToHashSet(StringComparer.Ordinal);
        pages = taken;
        kept = new CaseFacts(facts.AllRows.Where(r => r.Fact is not Statement s || needs.Contains(s.Account)), facts.Documents, facts.Decisions, facts.Version);
        return new CorridorExtent(count, search.RowsSeen, needs, search.AccountsSeen);
    }
}

using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Statements;

/// <summary>
/// The sides of extracts by account, made when first asked: a statement "extract:account" states the balances of one account's rows in an extract,
/// which have no statement of their own.
/// </summary>
internal sealed class SidesByAccount(PostingColumns c)
{
    private (int[] Start, int[] Sides)? index;
    private ILookup<string, int>? extracts;

    /// <summary>For each document with an extract of that id: its place among the statements, and the account's sides in row order.</summary>
    public IEnumerable<(int Statement, int[] Sides)> Of(string statement, int account, string accountId)
    {
        if (account <= 0 || !statement.EndsWith(":" + accountId, StringComparison.Ordinal))
        {
            yield break;
        }

        extracts ??= Enumerable.Range(0, c.Statements.Length).ToLookup(s => c.Statements[s].Id, StringComparer.Ordinal);
        index ??= Sort();
        var (start, sides) = index.Value;
        var own = sides.AsMemory(start[account], start[account + 1] - start[account]);
        foreach (var extract in extracts[statement[..^(accountId.Length + 1)]])
        {
            var found = new List<int>();
            foreach (var side in own.Span)
            {
                if (c.Statement[side >> 1] == extract)
                {
                    found.Add(side);
                }
            }

            if (found.Count > 0)
            {
                yield return (extract, [.. found]);
            }
        }
    }

    private (int[] Start, int[] Sides) Sort()
    {
        var start = new int[c.Names.Length + 1];
        for (var side = 0; side < c.Count * 2; side++)
        {
            if (Counts(side))
            {
                start[c.AccountOf(side) + 1]++;
            }
        }

        for (var a = 0; a < c.Names.Length; a++)
        {
            start[a + 1] += start[a];
        }

        var next = start.AsSpan(0, c.Names.Length).ToArray();
        var sides = new int[start[^1]];
        for (var side = 0; side < c.Count * 2; side++)
        {
            if (Counts(side))
            {
                sides[next[c.AccountOf(side)]++] = side;
            }
        }

        return (start, sides);
    }

    /// <summary>Money from an account to itself is listed, not executed (definitions A5).</summary>
    private bool Counts(int side) => (side & 1) == 0 ? !c.IsTwoSided(side >> 1) || c.Account[side >> 1] != c.Counterparty[side >> 1]
        : c.IsTwoSided(side >> 1) && c.Account[side >> 1] != c.Counterparty[side >> 1];
}

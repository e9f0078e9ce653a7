using System.Globalization;
using FinInvest.Graph.Reconcile.Columns;
using FinInvest.Graph.Reconcile.Legs;

namespace FinInvest.Graph.Reconcile.Registers;

/// <summary>
/// Finds what people name: a row by its id (statement/row, hash/statement/row, or the sender's own id) or by account, day and signed amount, and
/// the leg of the effective ledger that this row is, repeats or reports.
/// </summary>
internal sealed class RowFinder(PostingColumns c, LegColumns legs, IReadOnlyDictionary<int, int> standsFor, AccountNames names)
{
    private ILookup<string, int>? statements;
    private ILookup<string, int>? localIds;

    /// <summary>Rows that bear the id; empty where none does.</summary>
    public IReadOnlyList<int> Rows(string id)
    {
        var rows = new List<int>();
        var slash = id.LastIndexOf('/');
        if (slash > 0 && int.TryParse(id.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            statements ??= Enumerable.Range(0, c.Statements.Length).ToLookup(s => c.Statements[s].Id, StringComparer.Ordinal);
            rows.AddRange(statements[id[..slash]].SelectMany(s => RowsOf(s, number)));
            var first = id.IndexOf('/', StringComparison.Ordinal);
            if (first < slash && first >= 6)
            {
                rows.AddRange(statements[id[(first + 1)..slash]]
                    .Where(s => c.Documents[c.Statements[s].Document].Hex.StartsWith(id[..first], StringComparison.Ordinal)).SelectMany(s => RowsOf(s, number)));
            }
        }

        if (rows.Count == 0)
        {
            localIds ??= Enumerable.Range(0, c.Count).Where(r => c.LocalId[r] is not null).ToLookup(r => c.LocalId[r]!, StringComparer.Ordinal);
            rows.AddRange(localIds[id]);
        }

        return rows;
    }

    /// <summary>The legs that a reference means, at most one a movement; with a code and a sentence where there is none.</summary>
    public IReadOnlyList<int> Legs(RowReference reference, out string code, out string sentence)
    {
        var found = new SortedSet<int>();
        var rows = reference.IsById ? Rows(reference.Id) : [];
        if (reference.IsById)
        {
            foreach (var row in rows)
            {
                found.UnionWith(LegsOf(row));
            }
        }
        else
        {
            found.UnionWith(ByAmount(reference, reference.Minor));
        }

        int[] result = [.. found.Where(l => legs.Mate[l] < 0 || legs.Minor[l] < 0 || !found.Contains(legs.Mate[l]))];
        code = result.Length == 1 ? "" : result.Length > 1 ? "ROW_NOT_UNIQUE" : rows.Count > 0 ? "ROW_DOES_NOT_COUNT" : "ROW_NOT_FOUND";
        sentence = code switch
        {
            "ROW_NOT_UNIQUE" => $"{reference} fits {result.Length.ToString(CultureInfo.InvariantCulture)} movements ({Some(result)}): name one by its row id.",
            "ROW_DOES_NOT_COUNT" => $"Row {reference} is in the case but does not count: its account is OUTSIDE on that day (no reconciled statement covers it), "
                + "it lies after the as-of date, or another bank's report does not match it.",
            "ROW_NOT_FOUND" => $"No row fits {reference}: name it as statement/row, or by account, day and signed amount.",
            _ => "",
        };
        return result;
    }

    /// <summary>Two legs, the debit first.</summary>
    public (int Debit, int Credit) DebitFirst(int a, int b) => legs.Minor[a] <= legs.Minor[b] ? (a, b) : (b, a);

    private string Some(int[] found) => string.Join(", ", found.Take(3).Select(l => c.Key(legs.Side[l] >> 1).ToString())) + (found.Length > 3 ? ", ..." : "");

    private IEnumerable<int> RowsOf(int statement, int number)
    {
        var (start, count) = c.RowsOf(statement);
        var at = Array.BinarySearch(c.Row, start, count, number);
        if (at < 0)
        {
            yield break;
        }

        while (at > start && c.Row[at - 1] == number)
        {
            at--;
        }

        for (; at < start + count && c.Row[at] == number; at++)
        {
            yield return at;
        }
    }

    private IEnumerable<int> LegsOf(int row)
    {
        for (var side = row * 2; side <= (row * 2) + (c.IsTwoSided(row) ? 1 : 0); side++)
        {
            var leg = legs.LegOfSide[standsFor.GetValueOrDefault(side, side)];
            if (leg >= 0)
            {
                yield return leg;
            }
            else if (c.IsTwoSided(row) && Reported(side) is var reported && reported >= 0)
            {
                yield return reported;
            }
        }
    }

    /// <summary>The one leg of an account's own statement that an extract's row reports: same amount, at most three days apart, names and ids agree.</summary>
    private int Reported(int side)
    {
        var account = names.Named(c.AccountOf(side));
        if (account < 0)
        {
            return -1;
        }

        var fits = new List<int>();
        for (var leg = legs.AccountStart[account]; leg < legs.AccountStart[account + 1]; leg++)
        {
            var own = legs.Side[leg];
            if (own >= 0 && legs.Minor[leg] == c.MinorOf(side) && Math.Abs(legs.Day[leg] - c.DayOf(side)) <= LegPairer.DaysMax && c.Statement[own >> 1] != c.Statement[side >> 1]
                && (c.OtherOf(own) == c.OtherOf(side) || c.OtherOf(own) == 0 || c.OtherOf(side) == 0)
                && (c.EndToEndId[own >> 1] is not { } id || c.EndToEndId[side >> 1] is not { } other || id == other))
            {
                fits.Add(leg);
            }
        }

        var exact = fits.FindAll(l => c.EndToEndId[legs.Side[l] >> 1] is { } id && id == c.EndToEndId[side >> 1]);
        return exact.Count == 1 ? exact[0] : fits.Count == 1 ? fits[0] : -1;
    }

    private IEnumerable<int> ByAmount(RowReference reference, long minor)
    {
        var account = c.NameIndex.TryGetValue(reference.Account, out var name) ? names.Named(name) : -1;
        if (account < 0)
        {
            yield break;
        }

        for (var leg = legs.AccountStart[account]; leg < legs.AccountStart[account + 1]; leg++)
        {
            if (legs.Side[leg] >= 0 && legs.Minor[leg] == minor && c.DayOf(legs.Side[leg]) == reference.Day.Number)
            {
                yield return leg;
            }
        }
    }
}

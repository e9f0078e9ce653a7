using System.Globalization;

namespace FinInvest.Graph.Trace.Corridors;

/// <summary>What the facts and decisions of a case mark: rows by their ids, and accounts. Every row that may be meant counts, so that a name that fits several still does.</summary>
internal sealed class CorridorRoots
{
    private readonly Dictionary<string, HashSet<int>> byStatement = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public CorridorRoots(CaseFacts facts, IEnumerable<string> accounts)
    {
        Accounts = [.. accounts];
        Mark(facts.All<Proceeds>().Select(f => f.Row));
        Mark(facts.All<CostLine>().Select(f => f.Row));
        Mark(facts.All<AssetSale>().Select(f => f.Row));
        Mark(facts.All<OtherClaimant>().Select(f => f.Row));
        Mark(facts.All<Reversal>().SelectMany(f => new[] { f.Row, f.Of }));
        Mark(facts.All<CoordinationLink>().SelectMany(f => f.Credits));
        foreach (var subject in facts.Decisions.SelectMany(d => d.Subject.Split('=', StringSplitOptions.TrimEntries)).Where(s => s.Length > 0))
        {
            Mark([new RowReference(subject)]);
        }
    }

    /// <summary>Accounts that are marked by name.</summary>
    public HashSet<string> Accounts { get; }

    /// <summary>Rows of a statement that are marked; null = none.</summary>
    public HashSet<int>? Of(string statement) => byStatement.GetValueOrDefault(statement);

    /// <summary>A row's own id is marked.</summary>
    public bool HasId(string? localId) => localId is not null && ids.Contains(localId);

    private void Mark(IEnumerable<RowReference?> references)
    {
        foreach (var reference in references.OfType<RowReference>())
        {
            if (!reference.IsById)
            {
                Accounts.Add(reference.Account);
                continue;
            }

            ids.Add(reference.Id);
            var slash = reference.Id.LastIndexOf('/');
            if (slash > 0 && int.TryParse(reference.Id.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            {
                // "statement/row", or "hash/statement/row": a statement's id may hold a slash too.
                MarkRow(reference.Id[..slash], row);
                var first = reference.Id.IndexOf('/', StringComparison.Ordinal);
                if (first < slash)
                {
                    MarkRow(reference.Id[(first + 1)..slash], row);
                }
            }
        }
    }

    private void MarkRow(string statement, int row)
    {
        if (!byStatement.TryGetValue(statement, out var rows))
        {
            byStatement[statement] = rows = [];
        }

        rows.Add(row);
    }
}

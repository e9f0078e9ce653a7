using System.Globalization;

namespace FinInvest.Graph.Reconcile.Registers;

/// <summary>Everything in a case that a fact can name.</summary>
internal sealed class KnownIds
{
    private static readonly string[] RowKinds = ["proceeds", "transfer", "link"];
    private readonly HashSet<string> statements;
    private readonly HashSet<string> documents;
    private readonly IReadOnlyList<SourceDocument> held;
    private readonly Ledger ledger;
    private HashSet<(string Statement, int Row)>? rows;

    public KnownIds(CaseFacts facts, Ledger ledger)
    {
        this.ledger = ledger;
        held = facts.Documents;
        Parties = Ids<Party>(facts);
        Acts = Ids<Act>(facts);
        Assets = Ids<Asset>(facts);
        Sources = Ids<RootSource>(facts);
        statements = Ids<Statement>(facts);
        documents = held.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        Accounts = [.. Ids<Account>(facts), .. ledger.Accounts.Skip(1).Select(a => a.Id)];
        Items = [.. Ids<EvidenceItem>(facts), .. Ids<DocumentGrade>(facts), .. documents];
    }

    public HashSet<string> Parties { get; }
    public HashSet<string> Acts { get; }
    public HashSet<string> Assets { get; }
    public HashSet<string> Accounts { get; }
    public HashSet<string> Sources { get; }
    public HashSet<string> Items { get; }

    /// <summary>A party, account or asset ("FLAT" or an acquisition of it, "FLAT#1").</summary>
    public bool Thing(string id) => Parties.Contains(id) || Accounts.Contains(id) || Assets.Contains(id.Split('#')[0]);

    public bool Document(string name) => documents.Contains(name) || (name.Length >= 6 && held.Any(d => d.Hash.Hex.StartsWith(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The name of something to prove: "act:A1", "holder:*", "link:S1/4". A row that bears an id of its own is not looked up.</summary>
    public bool Element(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return false;
        }

        var (kind, id) = (name[..colon], name[(colon + 1)..]);
        return id == "*" || kind switch
        {
            "act" => Acts.Contains(id),
            "holder" => Accounts.Contains(id),
            "holderx" or "value" => Assets.Contains(id.Split('#')[0]),
            "statement" => statements.Contains(id) || Rows.Any(r => r.Statement == id),
            _ => RowKinds.Contains(kind, StringComparer.Ordinal) && Row(id),
        };
    }

    private bool Row(string id)
    {
        var parts = id.Split('/');
        return parts.Length < 2 || !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || Rows.Contains((parts[^2], row));
    }

    private HashSet<(string Statement, int Row)> Rows
    {
        get
        {
            if (rows is null)
            {
                rows = [];
                var (statement, row) = (ledger.Columns.RowStatement, ledger.Columns.RowNumber);
                for (var r = 0; r < row.Length; r++)
                {
                    rows.Add((ledger.Statements[statement[r]].Id, row[r]));
                }
            }

            return rows;
        }
    }

    private static HashSet<string> Ids<T>(CaseFacts facts) where T : IFact => facts.All<T>().Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
}

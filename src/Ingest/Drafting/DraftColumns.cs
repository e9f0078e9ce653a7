using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Drafting;

/// <summary>Which column of the sample is what: by its header, and where there is none by its content.</summary>
internal sealed class DraftColumns
{
    private readonly DraftSample sample;
    private readonly Dictionary<string, int> roles = new(StringComparer.Ordinal);

    public DraftColumns(DraftSample sample)
    {
        this.sample = sample;
        HeaderAt = FindHeader();
        Rows = [.. sample.Records.Skip(HeaderAt + 1).Where(r => r.Length == sample.Width && HeaderWords.LineOf(Array.Find(r, c => c.Length > 0) ?? "").Is is "" or "account")];
        if (HasHeader)
        {
            ByHeader();
        }

        ByContent();
        if (roles.ContainsKey("from") != roles.ContainsKey("to"))
        {
            // One named side is the other side of an account's own statement.
            var side = roles.ContainsKey("from") ? "from" : "to";
            roles.TryAdd("counterparty", roles[side]);
            roles.Remove(side);
        }

        IsTwoSided = roles.ContainsKey("from");
        if (IsTwoSided)
        {
            foreach (var role in new[] { "account", "counterparty", "balance", "debit", "credit", "direction" })
            {
                roles.Remove(role);
            }
        }
        else if (roles.ContainsKey("debit") || roles.ContainsKey("credit"))
        {
            roles.Remove("amount");
            roles.Remove("direction");
        }
    }

    /// <summary>Place of the header among the records; -1 = none.</summary>
    public int HeaderAt { get; }
    public bool HasHeader => HeaderAt >= 0;
    public bool IsTwoSided { get; }
    public List<string[]> Rows { get; }
    public IReadOnlyDictionary<string, int> Roles => roles;
    public string[] Header => sample.Records[HeaderAt];

    public IReadOnlyList<string> Cells(string role) => roles.TryGetValue(role, out var at) ? [.. Rows.Select(r => r[at])] : [];

    private int FindHeader()
    {
        var best = (At: -1, Known: 1);
        for (var i = 0; i < Math.Min(sample.Records.Count, Limits.HeaderLinesMax); i++)
        {
            var record = sample.Records[i];
            var known = record.Length == sample.Width ? record.Select(c => HeaderWords.RoleOf(c)).Where(r => r.Length > 0).Select(r => r.Role).Distinct().Count() : 0;
            if (known > best.Known && !record.Any(LooksLikeValue))
            {
                best = (i, known);
            }
        }

        if (best.At < 0 && sample.Records.FindIndex(r => r.Length == sample.Width) is var first and >= 0)
        {
            // Words that we do not know may still be a header: distinct filled cells without a value, above a line with values.
            var head = sample.Records[first];
            if (head.All(c => c.Length > 0 && !LooksLikeValue(c)) && head.Distinct().Count() == head.Length && sample.Records.Skip(first + 1).Take(5).Any(r => r.Any(LooksLikeValue)))
            {
                return first;
            }
        }

        return best.At;
    }

    private static bool LooksLikeValue(string cell) => cell.Length > 0 && (DraftFormats.DatesOf([cell]).Patterns.Count > 0 || DraftFormats.AmountsOf([cell], 18).Exact > 0);

    /// <summary>A role goes to the column whose header fits it best; the first of equals.</summary>
    private void ByHeader()
    {
        var found = Header.Select((h, i) => (Column: i, Found: HeaderWords.RoleOf(h))).Where(f => f.Found.Length > 0).OrderByDescending(f => f.Found.Length).ThenBy(f => f.Column);
        foreach (var (column, (role, _)) in found)
        {
            roles.TryAdd(role, column);
        }
    }

    private void ByContent()
    {
        for (var i = 0; i < sample.Width && Rows.Count > 0; i++)
        {
            var cells = Rows.Select(r => r[i]).Where(c => c.Length > 0).ToList();
            if (cells.Count == 0 || roles.ContainsValue(i))
            {
                continue;
            }

            if (cells.TrueForAll(c => c.Length == 3 && CurrencyCode.TryExponent(c, out _)))
            {
                roles.TryAdd("currency", i);
            }
            else if (cells.TrueForAll(c => Iban.Check(c).IsPassed))
            {
                // The first column of account numbers that is always the same is the account itself.
                roles.TryAdd(cells.Distinct().Count() == 1 && !HasHeader ? "account" : "counterparty", i);
            }
            else if (!HasHeader && DraftFormats.DatesOf(cells) is { Patterns: [not ("days" or "unix-s" or "unix-ms"), ..] } dates && dates.Read == cells.Count)
            {
                roles.TryAdd("booking_day", i);
            }
            else if (!HasHeader && cells.Exists(c => c.AsSpan().IndexOfAny(".,") > 0) && DraftFormats.AmountsOf(cells, 2).Exact == cells.Count)
            {
                roles.TryAdd(roles.ContainsKey("amount") ? "balance" : "amount", i);
            }
        }
    }
}

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
        }

        if (!HasHeader)
        {
            Numbers();
            Sides();
        }
    }

    /// <summary>Without a header: a column that counts up is an id; of the other numbers the first is the amount, and one with decimals after it a balance.</summary>
    private void Numbers()
    {
        foreach (var i in Free())
        {
            var cells = Rows.Select(r => r[i]).ToList();
            if (Rows.Count < 2 || DraftFormats.AmountsOf(cells, 2) is var read && read.Exact + read.Inexact < cells.Count)
            {
                continue;
            }

            var counts = cells.Select(c => long.TryParse(c, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
            var distinct = cells.Distinct(StringComparer.Ordinal).Count();
            if (counts.Zip(counts.Skip(1)).All(p => p.First >= 0 && p.Second > p.First))
            {
                roles.TryAdd("id", i);
            }
            else if (distinct > 1 && !roles.ContainsKey("amount"))
            {
                roles.Add("amount", i);
            }
            else if (distinct > 1 && cells.Exists(c => c.AsSpan().IndexOfAny(".,") > 0))
            {
                roles.TryAdd("balance", i);
            }
        }
    }

    /// <summary>Without a header: two columns of names that share names are the two sides.</summary>
    private void Sides()
    {
        var free = Free().Where(i => Rows.All(r => r[i].Length > 0)).Select(i => (Column: i, Names: Rows.Select(r => r[i]).ToHashSet(StringComparer.Ordinal))).Where(c => c.Names.Count > 1).ToList();
        foreach (var first in free)
        {
            var second = free.Find(o => o.Column > first.Column && o.Names.Overlaps(first.Names));
            if (second.Names is not null && roles.TryAdd("from", first.Column))
            {
                roles.TryAdd("to", second.Column);
            }
        }
    }

    private IEnumerable<int> Free() => [.. Enumerable.Range(0, sample.Width).Where(i => !roles.ContainsValue(i))];
}

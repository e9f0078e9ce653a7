using FinInvest.Graph.Ingest.Records;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Lines that are no rows, known by how they begin, and what they state: opening and closing balance, the account.</summary>
internal sealed class LineRules(RecordReader reader, IReadOnlyList<LineRule> rules, AmountFormat amounts)
{
    public string? OpeningText { get; private set; }
    public string? ClosingText { get; private set; }
    public string? AccountText { get; private set; }

    /// <summary>Whether a line rule covers this line; what the rule takes is kept.</summary>
    public bool Take()
    {
        if (rules.Count == 0)
        {
            return false;
        }

        var first = 0;
        while (first < reader.FieldCount && reader.Field(first).IsWhiteSpace())
        {
            first++;
        }

        var cell = reader.Field(first).Trim();
        foreach (var rule in rules)
        {
            if (!cell.StartsWith(rule.Starts, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var after = cell[rule.Starts.Length..].TrimStart(':').Trim();
            switch (rule.Is)
            {
                case "opening": OpeningText = LastAmount(first, after) ?? OpeningText; break;
                case "closing": ClosingText = LastAmount(first, after) ?? ClosingText; break;
                case "account": AccountText = NextText(first, after) ?? AccountText; break;
            }

            return true;
        }

        return false;
    }

    private string? LastAmount(int first, ReadOnlySpan<char> after)
    {
        for (var i = reader.FieldCount - 1; i > first; i--)
        {
            if (IsAmount(reader.Field(i)))
            {
                return reader.Field(i).Trim().ToString();
            }
        }

        return IsAmount(after) ? after.ToString() : null;
    }

    private bool IsAmount(ReadOnlySpan<char> text) => amounts.Read(text, 18, Rounding.Down, out _, out _) is AmountFault.None or AmountFault.TooLarge;

    private string? NextText(int first, ReadOnlySpan<char> after)
    {
        for (var i = first + 1; after.IsEmpty && i < reader.FieldCount; i++)
        {
            after = reader.Field(i).Trim();
        }

        return after.IsEmpty ? null : after.ToString();
    }
}

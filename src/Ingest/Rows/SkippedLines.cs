using System.Globalization;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Lines that hold no row: how many, and the numbers of the first ones.</summary>
internal sealed class SkippedLines
{
    private readonly List<int> first = [];

    public long Count { get; private set; }

    /// <summary>What a receipt says of them, after their count.</summary>
    public string Sentence => string.Create(CultureInfo.InvariantCulture,
        $"lines hold no row (titles, totals, blank cells) and were skipped: line {string.Join(", ", first)} ({first.Count} of {Count}).");

    public void Add(int line)
    {
        if (Count++ < Limits.SkippedLinesShown)
        {
            first.Add(line);
        }
    }
}

using System.Globalization;

namespace FinInvest.Graph.Tests.Trace.Ownership;

/// <summary>
/// Interests as text, one a line: "A B .5" = A holds half of B; ".5-.75" a range; then any of: votes, control, holder, indirect,
/// from=DAY, to=DAY (day numbers).
/// </summary>
internal static class Interests
{
    public static CaseFacts Of(string text, params IFact[] others)
    {
        var rows = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((line, i) => new FactRow(Read(line, i), Sha256.Of([]), i + 1));
        return new CaseFacts(rows.Concat(others.Select((f, i) => new FactRow(f, Sha256.Of([]), 1000 + i))), [], [], default);
    }

    private static OwnershipInterest Read(string line, int i)
    {
        var words = line.Split(' ');
        var ends = words[2].Split('-').Select(w => decimal.Parse(w, CultureInfo.InvariantCulture)).ToArray();
        return new OwnershipInterest("i" + i.ToString(CultureInfo.InvariantCulture), words[0], words[1], new Share(ends[0], ends[^1]),
            words.Contains("votes") ? "votes" : words.Contains("control") ? "control" : words.Contains("holder") ? "holder" : "shares",
            !words.Contains("indirect"), Date(words, "from="), Date(words, "to="));
    }

    private static Day? Date(string[] words, string key) => words.FirstOrDefault(w => w.StartsWith(key, StringComparison.Ordinal)) is { } w
        ? new Day(int.Parse(w.AsSpan(key.Length), CultureInfo.InvariantCulture)) : null;
}

using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Drafting;

/// <summary>How a sample writes dates and numbers: the candidates that read the most of its cells.</summary>
internal static class DraftFormats
{
    /// <summary>In order of preference where two read the same cells.</summary>
    private static readonly string[] Dates =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ssf", "yyyy-MM-ddTHH:mm:ssfz", "yyyy-MM-ddTHH:mm:ssf", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ssfz", "dd.MM.yyyy", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "dd.MM.yy",
        "dd.MM.yy HH:mm", "d.M.yyyy", "d.M.yyyy H:mm:ss", "d.M.yyyy H:mm", "dd/MM/yyyy", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "MM/dd/yyyy", "MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm", "d/M/yyyy", "M/d/yyyy",
        "dd-MM-yyyy", "dd-MM-yyyy HH:mm:ss", "yyyy/MM/dd", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy.MM.dd", "yyyyMMdd", "dd MMM yyyy", "dd-MMM-yyyy", "d MMM yyyy", "dd/MM/yy", "MM/dd/yy",
    ];

    private static readonly AmountFormat[] Amounts = [new('.'), new(','), new('.', " '"), new(',', " '"), new('.', ","), new(',', ".")];

    /// <summary>Patterns that together read the cells, best first, and how many they read. Empty = no pattern reads half of them.</summary>
    public static (IReadOnlyList<string> Patterns, int Read, string? Rival) DatesOf(IReadOnlyList<string> cells)
    {
        var formats = Dates.Select(DateFormat.Of).ToList();
        var chosen = new List<string>();
        var left = cells.Where(c => c.Length > 0).ToList();
        var all = left.Count;
        string? rival = null;
        while (left.Count > 0 && chosen.Count < 3)
        {
            var counts = formats.Select(f => left.Count(c => f.TryRead(c, out _))).ToList();
            var most = counts.Max();
            if (most == 0 || (chosen.Count == 0 && most * 2 < all))
            {
                break;
            }

            var at = counts.IndexOf(most);
            rival ??= Rival(formats, counts, at, left);
            chosen.Add(Dates[at]);
            left.RemoveAll(c => formats[at].TryRead(c, out _));
        }

        if (chosen.Count == 0 && all > 0 && left.All(c => long.TryParse(c, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _)))
        {
            var digits = left.Max(c => c.Length);
            return ([digits >= 12 ? "unix-ms" : digits >= 9 ? "unix-s" : "days"], all, null);
        }

        return (chosen, all - left.Count, rival);
    }

    /// <summary>The number format that reads the most cells exactly; Rival reads them all too, but to other amounts.</summary>
    public static (AmountFormat Format, int Exact, int Inexact, AmountFormat? Rival) AmountsOf(IReadOnlyList<string> cells, int exponent)
    {
        var filled = cells.Where(c => c.Length > 0).ToList();
        var scored = Amounts.Select(f => (Format: f, Reads: filled.Select(c => (Fault: f.Read(c, exponent, Rounding.None, out var minor, out _), Minor: minor)).ToList())).ToList();
        var best = scored.MaxBy(s => s.Reads.Sum(r => r.Fault == AmountFault.None ? 2 : r.Fault == AmountFault.TooManyDecimals ? 1 : 0));
        var exact = best.Reads.Count(r => r.Fault == AmountFault.None);
        var rival = scored.Where(s => s.Format != best.Format && s.Reads.TrueForAll(r => r.Fault == AmountFault.None) && !s.Reads.SequenceEqual(best.Reads)).Select(s => s.Format).FirstOrDefault();
        return (Used(best.Format, filled), exact, best.Reads.Count(r => r.Fault == AmountFault.TooManyDecimals), rival);
    }

    /// <summary>Of the separators that were allowed, those that occur.</summary>
    private static AmountFormat Used(AmountFormat format, List<string> cells) => format with
    {
        Thousands = string.Concat(format.Thousands.Where(t => cells.Exists(c => c.Trim().Contains(t) || (t == ' ' && c.Trim().AsSpan().IndexOfAny('\u00A0', '\u202F', '\u2009') >= 0) || (t == '\'' && c.Contains('\u2019'))))),
    };

    private static string? Rival(List<DateFormat> formats, List<int> counts, int chosen, List<string> cells)
    {
        for (var i = 0; i < formats.Count; i++)
        {
            if (i != chosen && counts[i] == counts[chosen]
                && cells.Exists(c => formats[i].TryRead(c, out var a) && formats[chosen].TryRead(c, out var b) && a.Day != b.Day))
            {
                return formats[i].Pattern;
            }
        }

        return null;
    }
}

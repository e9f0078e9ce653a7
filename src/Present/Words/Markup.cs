using System.Globalization;
using System.Text;

namespace FinInvest.Graph.Present.Words;

/// <summary>
/// Text of others made safe for HTML and SVG. Characters that would reorder or hide text (directional overrides, controls) are shown by their number,
/// so that a reader sees what a document holds and no document can change how another line reads.
/// </summary>
internal static class Markup
{
    /// <summary>Escaped text for content and for attribute values in double quotes.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                safe.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '\t' or '\n' or '\r' => safe.Append(' '),
                _ when IsHidden(c) => safe.Append("⟨U+").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)).Append('⟩'),
                _ => safe.Append(c),
            };
        }

        return safe.ToString();
    }

    /// <summary>Longer words may break, every so many letters: a hash or a hostile word cannot push a table off the page.</summary>
    private const int WordLettersMax = 24;
    private const int BreakLetters = 16;

    /// <summary>Escaped text of a document: text with right-to-left letters is isolated so that its neighbours keep their place; very long words may break.</summary>
    public static string Foreign(string text)
    {
        var safe = text.Split(' ').Any(w => w.Length > WordLettersMax) ? string.Join(' ', text.Split(' ').Select(Breakable)) : Escape(text);
        return text.Any(IsRightToLeft) ? $"<bdi>{safe}</bdi>" : safe;
    }

    private static string Breakable(string word)
    {
        if (word.Length <= WordLettersMax)
        {
            return Escape(word);
        }

        var pieces = new List<string>();
        for (var at = 0; at < word.Length;)
        {
            var end = Math.Min(word.Length, at + BreakLetters);
            end += end < word.Length && char.IsHighSurrogate(word[end - 1]) ? 1 : 0;
            pieces.Add(Escape(word[at..end]));
            at = end;
        }

        return string.Join("<wbr>", pieces);
    }

    private static bool IsHidden(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\u00AD' or '\u061C' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
            or (>= '\uFFF0' and <= '\uFFFB') or '\uFFFE' or '\uFFFF';

    private static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');
}

using System.Globalization;
using Xunit;

namespace FinInvest.Graph.Tests.House;

/// <summary>
/// A file fits a few screens, a method one. What was larger when the rule came stands in size-ratchet.txt with its size; that list may only shrink:
/// an entry may not grow, and one that is no longer needed must go.
/// </summary>
public class SizeTests
{
    private const int FileLinesMax = 320;
    private const int MethodLinesMax = 75;

    [Fact]
    public void Files_and_methods_keep_to_their_size()
    {
        var allowed = Repository.Text("tests/Tests/House/size-ratchet.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => l[0] != '#').Select(l => l.Split(' ')).ToDictionary(l => l[0], l => int.Parse(l[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var measured = Measure().GroupBy(m => m.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(m => m.Lines)!, StringComparer.Ordinal);
        var broken = measured.Values.Where(m => m.Lines > allowed.GetValueOrDefault(m.Name, m.Max)).Select(m => $"{m.Name} has {m.Lines} lines of at most {allowed.GetValueOrDefault(m.Name, m.Max)}");
        var stale = allowed.Keys.Where(name => !measured.TryGetValue(name, out var m) || m.Lines <= m.Max).Select(name => $"{name} may leave size-ratchet.txt");
        Assert.Empty(broken.Concat(stale));
    }

    private sealed record Measured(string Name, int Lines, int Max);

    private static IEnumerable<Measured> Measure()
    {
        foreach (var file in Repository.Sources("src"))
        {
            var lines = Repository.Text(file).TrimEnd('\n').Split('\n');
            yield return new Measured(file, lines.Length, FileLinesMax);
            foreach (var block in Blocks(lines, "    ").Concat(Blocks(lines, "        ")).Where(b => b.Lines > MethodLinesMax))
            {
                yield return new Measured($"{file}#{block.Name}", block.Lines, MethodLinesMax);
            }
        }
    }

    /// <summary>Bodies whose braces stand alone at one indent; types are skipped, their members are looked at one indent further.</summary>
    private static IEnumerable<(string Name, int Lines)> Blocks(string[] lines, string indent)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i] != indent + "{")
            {
                continue;
            }

            var head = i - 1;
            while (head > 0 && lines[head].StartsWith(indent + " ", StringComparison.Ordinal))
            {
                head--;
            }

            var end = Array.FindIndex(lines, i, l => l.StartsWith(indent + "}", StringComparison.Ordinal));
            var paren = lines[head].IndexOf('(', StringComparison.Ordinal);
            var words = lines[head].Trim().Split(' ');
            var isMember = words[0] is "public" or "private" or "internal" or "protected" or "static"
                && !words.Any(w => w is "class" or "struct" or "record" or "interface" or "enum");
            if (isMember && paren > 0 && end > 0)
            {
                yield return (lines[head][..paren].Split(' ')[^1], end - i + 1);
            }
        }
    }
}

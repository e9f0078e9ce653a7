using System.Text.RegularExpressions;
using FinInvest.Graph.Model.Values;
using Xunit;

namespace FinInvest.Graph.Tests.House;

/// <summary>docs/glossary.md explains every public type of the model, and nothing that is not there.</summary>
public partial class GlossaryTests
{
    private sealed record Entry(string Name, string Meaning, string Source, string File);

    [Fact]
    public void The_glossary_explains_every_public_type_of_the_model()
    {
        var explained = Entries().Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(ModelTypes().Except(explained));
    }

    [Fact]
    public void Every_entry_is_a_public_type_once_with_meaning_source_and_file()
    {
        var entries = Entries();
        var types = ModelTypes().ToHashSet(StringComparer.Ordinal);
        Assert.Empty(entries.Where(e => !types.Contains(e.Name)).Select(e => e.Name));
        Assert.Empty(entries.GroupBy(e => e.Name).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(entries.Where(e => e.Meaning.Length < 15 || e.Source.Length == 0).Select(e => e.Name));
        Assert.Empty(entries.Where(e => e.File != $"src/Model/{e.File.Split('/')[^2]}/{e.Name}.cs" || !File.Exists(Path.Combine(Repository.Root, e.File))).Select(e => e.File));
    }

    private static IReadOnlyList<string> ModelTypes() =>
        [.. typeof(Money).Assembly.GetExportedTypes().Where(t => !t.IsNested).Select(t => t.Name.Split('`')[0]).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<Entry> Entries() =>
        [.. Row().Matches(Repository.Text("docs/glossary.md")).Select(m => new Entry(m.Groups[1].Value, m.Groups[2].Value.Trim(), m.Groups[3].Value.Trim(), m.Groups[4].Value))];

    [GeneratedRegex(@"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \| `([^`|]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json;
using FinInvest.Graph.Ingest.Rows;

namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>
/// How the files of one sender are read: a JSON document that a person keeps, names and numbers. Which mapping (and version) read a document
/// stands with the document, so a reading can be repeated.
/// </summary>
public sealed record RecordMapping
{
    public const string SchemaName = "fininvest.mapping/1";

    public string Schema { get; init; } = SchemaName;
    public required string Name { get; init; }

    /// <summary>Raised by the person who changes it.</summary>
    public int Version { get; init; } = 1;
    public string Note { get; init; } = "";

    /// <summary>A file is read by every entry whose pattern fits: one file may hold parties and accounts.</summary>
    public required IReadOnlyList<FileMapping> Files { get; init; }

    public bool Covers(string fileName) => For(fileName).Count > 0;

    /// <summary>
    /// Entries for a file, in the mapping's order; of those that make movements only the first (of a workbook, the first for each sheet that is named),
    /// so that no row moves money twice and a particular pattern may stand before a general one. Folders before the name do not count, a last .gz neither.
    /// </summary>
    public IReadOnlyList<FileMapping> For(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var unpacked = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        var fitting = Files.Where(f => FileSystemName.MatchesSimpleExpression(f.Pattern, name) || FileSystemName.MatchesSimpleExpression(f.Pattern, unpacked)).ToList();
        return [.. fitting.Where((f, i) => !IsMovements(f)
            || !fitting.Take(i).Any(e => IsMovements(e) && (e.Sheet.Length == 0 || f.Sheet.Length == 0 || string.Equals(e.Sheet, f.Sheet, StringComparison.OrdinalIgnoreCase))))];
    }

    /// <summary>What <see cref="SourceDocument.Mapping"/> says: name, version and roundings, e.g. "bank-b/3, rounding half-even".</summary>
    public string Label(string fileName)
    {
        var roundings = For(fileName).Select(f => f.Rounding).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{Name}/{Version}") + (roundings.Count > 0 ? ", rounding " + string.Join(" and ", roundings) : "");
    }

    /// <summary>Reads and checks a mapping. Null with problems, each a sentence for a person, where it cannot be used.</summary>
    public static RecordMapping? Load(Stream json, out IReadOnlyList<string> problems)
    {
        try
        {
            var (bytes, _) = Delimited.PrefixedStream.Peek(json, Limits.MappingBytesMax + 1);
            if (bytes.Length > Limits.MappingBytesMax)
            {
                problems = [$"A mapping has at most {Limits.MappingBytesMax} bytes."];
                return null;
            }

            var mapping = JsonSerializer.Deserialize<RecordMapping>(bytes, MappingJson.Options);
            problems = mapping is null ? ["The mapping is empty."] : MappingCheck.Problems(mapping);
            return problems.Count == 0 ? mapping : null;
        }
        catch (JsonException e)
        {
            problems = [$"The mapping is no JSON of schema {SchemaName}: {e.Message}"];
            return null;
        }
    }

    /// <summary>The same mapping as text: indented, properties that have their default value left out, line feeds.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, MappingJson.Options).ReplaceLineEndings("\n") + "\n";

    internal static bool IsMovements(FileMapping file) => file.Target is "postings" or "transfers";

    /// <summary>The file's name without folder and extensions: the id of its statement where nothing else names one.</summary>
    internal static string StatementId(string fileName) => FileReader.Stem(fileName);
}

using System.Globalization;
using System.Text.Json;

namespace FinInvest.Graph.Tests.Cases;

/// <summary>
/// One of the random cases with expected numbers (domain/cases): its facts and rows as the product would have read them, and what an
/// independent implementation expects. A row's id is statement/r; the register order of claims is the order of the case's episodes.
/// </summary>
internal sealed class DefinitionCase
{
    /// <summary>Decimals of every currency in these cases; amounts are minor units already.</summary>
    private const int Exponent = 2;

    private DefinitionCase(string name, JsonElement root)
    {
        Name = name;
        Case = root.GetProperty("case");
        Expected = root.GetProperty("expected");
        var reader = new DefinitionCaseReader(Case, Exponent);
        Facts = reader.Facts();
        Rows = reader.Rows;
        Pages = reader.Pages();
    }

    public string Name { get; }
    public int Level => Case.GetProperty("level").GetInt32();
    public JsonElement Case { get; }
    public JsonElement Expected { get; }
    public CaseFacts Facts { get; }

    /// <summary>The same facts in the order of the file.</summary>
    public IReadOnlyList<FactRow> Rows { get; }
    public IReadOnlyList<PostingPage> Pages { get; }

    /// <summary>The part of the traced amount that support must reach (definitions H6), as written: "0", "0.5" or "1".</summary>
    public string Theta => Case.GetProperty("theta").GetRawText();

    /// <summary>"L1-00" and so on for the levels wanted; empty where the public data are not there.</summary>
    public static IReadOnlyList<string> Names(params int[] levels) => PublicData.Folder("domain/cases") is not { } folder ? [] :
        [.. Directory.GetFiles(folder, "L*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)
            .Where(n => levels.Length == 0 || levels.Contains(int.Parse(n.AsSpan(1, 1), CultureInfo.InvariantCulture)))];

    /// <summary>Every case of the levels wanted; the test that asks is skipped where the public data are not there.</summary>
    public static IEnumerable<DefinitionCase> All(params int[] levels)
    {
        PublicData.Require("domain/cases");
        return Names(levels).Select(Read);
    }

    public static DefinitionCase Read(string name) => Parse(name, Bytes(name));

    /// <summary>The file as it is.</summary>
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(PublicData.Require("domain/cases"), name + ".json"));

    public static DefinitionCase Parse(string name, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return new DefinitionCase(name, document.RootElement.Clone());
    }
}

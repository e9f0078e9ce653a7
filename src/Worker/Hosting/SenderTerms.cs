using System.Text.Json;
using System.Text.Json.Serialization;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Ingest.Mapping;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>What is said of everything a sender sends: mapping.json (how to read it) and grade.json (what it counts for), both beside the files.</summary>
internal sealed record SenderTerms
{
    public const string GradeFile = "grade.json";

    /// <summary>Written where a sender's terms cannot be used, with the sentence; goes when they can.</summary>
    public const string HeldFile = "held.txt";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Admiralty grade such as "B2"; "" = ungraded, and then not relied on.</summary>
    public string Grade { get; init; } = "";
    public string Partner { get; init; } = "";
    public IReadOnlyList<string> Permissions { get; init; } = [];
    public string RootSource { get; init; } = "";

    /// <exception cref="ArgumentException">One of the two files cannot be used; the message says which and why.</exception>
    public static KnownTerms Read(string folder)
    {
        var path = Path.Combine(folder, GradeFile);
        var terms = new SenderTerms();
        if (File.Exists(path))
        {
            try
            {
                terms = JsonSerializer.Deserialize<SenderTerms>(File.ReadAllBytes(path), Json) ?? terms;
            }
            catch (JsonException e)
            {
                throw new ArgumentException($"{GradeFile} cannot be used: {e.Message} It holds grade, partner, permissions and root_source, for example {{\"grade\": \"B2\", \"partner\": \"AE\", \"permissions\": [\"court\"]}}.");
            }
        }

        var (mapping, hash) = ReadMapping(Path.Combine(folder, RecordLoader.MappingFile));
        return new KnownTerms(new LoadOptions(mapping, terms.Grade, terms.Partner, terms.Permissions, terms.RootSource, OnlyIfRead: true), hash);
    }

    /// <summary>The mapping and the hash of the very bytes that it was read from, since a person may write it at this moment.</summary>
    private static (RecordMapping? Mapping, string Hash) ReadMapping(string path)
    {
        if (!File.Exists(path))
        {
            return (null, "");
        }

        var bytes = File.ReadAllBytes(path);
        var mapping = RecordMapping.Load(new MemoryStream(bytes), out var problems);
        return (mapping ?? throw new ArgumentException($"{path} is no mapping: {string.Join(" ", problems)}"), Sha256.Of(bytes).Hex);
    }
}

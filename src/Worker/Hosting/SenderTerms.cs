using System.Text.Json;
using System.Text.Json.Serialization;
using FinInvest.Graph.Casework.LoadRecords;

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
    public static LoadOptions Read(string folder)
    {
        var mapping = Path.Combine(folder, RecordLoader.MappingFile);
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

        return new LoadOptions(File.Exists(mapping) ? RecordLoader.ReadMapping(mapping) : null, terms.Grade, terms.Partner, terms.Permissions, terms.RootSource, OnlyIfRead: true);
    }
}

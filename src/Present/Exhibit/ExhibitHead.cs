using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>What the JSON form of an exhibit says of itself: enough to make it again.</summary>
/// <param name="ContentHash">The hash it prints. <paramref name="ComputedHash"/>: the one its content has; they differ where somebody changed it.</param>
public sealed partial record ExhibitHead(Sha256 ContentHash, Sha256 ComputedHash, CaseVersion Version, string Rule, string OrderMode, string Profile, string Scheme, string Program, string Preparer,
    IReadOnlyList<string> Targets)
{
    /// <summary>True where the content is the one the hash was printed for.</summary>
    public bool IsWhole => ContentHash == ComputedHash;

    /// <exception cref="ArgumentException">It is no exhibit in JSON; the message says what is missing.</exception>
    public static ExhibitHead Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "schema") != "fininvest.exhibit/1")
            {
                throw new ArgumentException("This is no exhibit in JSON: it does not begin with \"schema\": \"fininvest.exhibit/1\".");
            }

            var cover = root.GetProperty("cover");
            var bare = PrintedHash().Replace(json, "\"contentSha256\": \"\"", 1);
            return new ExhibitHead(new Sha256(Text(root, "contentSha256")), Sha256.Of(Encoding.UTF8.GetBytes(bare)), CaseVersion.TryParse(Text(cover, "version"), out var version) ? version
                : throw new ArgumentException($"This exhibit names no version of a case: \"{Text(cover, "version")}\"."), Text(cover, "rule"), Text(cover, "orderMode"), Text(cover, "profile"), Text(cover, "scheme"),
                Text(cover, "program"), Text(cover, "preparer"), [.. root.GetProperty("findings").EnumerateArray().Select(f => Text(f, "target"))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ArgumentException($"This is no exhibit in JSON: {e.Message}");
        }
    }

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    [GeneratedRegex("\"contentSha256\": \"[0-9a-f]*\"")]
    private static partial Regex PrintedHash();
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>
/// The exhibit as data ("fininvest.exhibit/1"): everything the HTML form shows and the lists it shortens. Ids, amounts and days are strings, members come
/// in a fixed order, fields only grow. "contentSha256" is the SHA-256 of the file itself with that value empty:
/// <code>sed 's/"contentSha256": "[0-9a-f]*"/"contentSha256": ""/' exhibit.json | sha256sum</code>
/// </summary>
public static partial class JsonExhibit
{
    /// <exception cref="ArgumentException">The chosen rule is not among the traces.</exception>
    public static string Render(ExhibitContent content)
    {
        var bare = Write(new ExhibitView(content));
        return EmptyHash().Replace(bare, $"\"contentSha256\": \"{Sha256.Of(Encoding.UTF8.GetBytes(bare)).Hex}\"", 1);
    }

    /// <summary>The hash that both forms print.</summary>
    internal static string HashOf(ExhibitView view) => Sha256.Of(Encoding.UTF8.GetBytes(Write(view))).Hex;

    private static string Write(ExhibitView view)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            var writer = new JsonSections(json, view);
            json.WriteStartObject();
            json.WriteString("schema", "fininvest.exhibit/1");
            json.WriteString("contentSha256", "");
            writer.Cover();
            writer.Method();
            writer.Findings();
            writer.Coverage();
            writer.Credits();
            writer.Ledgers();
            new JsonResults(json, view).Write();
            writer.SignOffs();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    [GeneratedRegex("\"contentSha256\": \"\"")]
    private static partial Regex EmptyHash();
}

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>
/// The exhibit as data ("fininvest.exhibit/1"): everything the HTML form shows and the lists it shortens. Ids, amounts and days are strings, members come
/// in a fixed order, fields only grow. "contentSha256" is the SHA-256 of the file itself with that value empty:
/// <code>sed 's/"contentSha256": "[0-9a-f]*"/"contentSha256": ""/' exhibit.json | sha256sum</code>
/// </summary>
public static class JsonExhibit
{
    /// <summary>The hash of each content, so that it is made once for both forms.</summary>
    private static readonly ConditionalWeakTable<ExhibitContent, string> Hashes = [];

    /// <exception cref="ArgumentException">The chosen rule is not among the traces.</exception>
    public static string Render(ExhibitContent content)
    {
        var view = new ExhibitView(content);
        var text = new TextChunks();
        Write(view, HashOf(view), text);
        return text.ToString();
    }

    /// <summary>The hash that both forms print.</summary>
    internal static string HashOf(ExhibitView view) => Hashes.GetValue(view.Content, _ =>
    {
        using var bytes = new HashedBytes();
        Write(view, "", bytes);
        return bytes.Hex;
    });

    private static void Write(ExhibitView view, string hash, IBufferWriter<byte> to)
    {
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };
        using (var json = new Utf8JsonWriter(to, options))
        {
            var writer = new JsonSections(json, view);
            json.WriteStartObject();
            json.WriteString("schema", "fininvest.exhibit/1");
            json.WriteString("contentSha256", hash);
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

        to.Write("\n"u8);
    }
}

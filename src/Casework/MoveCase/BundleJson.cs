using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>The JSON of a bundle: members in the order of their declaration, letters of every script as letters, unknown members refused.</summary>
[JsonSerializable(typeof(BundleHead))]
[JsonSerializable(typeof(BundleManifest))]
[JsonSerializable(typeof(JournalLine))]
[JsonSerializable(typeof(FactLine))]
[JsonSerializable(typeof(Reject))]
internal sealed partial class BundleJson : JsonSerializerContext
{
    public static BundleJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

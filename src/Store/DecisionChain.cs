using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FinInvest.Graph.Store;

/// <summary>
/// The audit chain: each decision's link is SHA-256 of the previous link's 64 hex digits, a line feed, and the decision's canonical JSON in UTF-8.
/// Whoever changes or removes a decision in the middle must change every later link; a shortened end shows against the version an exhibit prints.
/// </summary>
public static class DecisionChain
{
    /// <summary>What stands before the first decision: 64 zeros.</summary>
    public static Sha256 Start { get; } = new(new string('0', 64));

    /// <summary>Canonical JSON of a numbered decision.</summary>
    public static string Encode(Decision decision) => JsonSerializer.Serialize(decision, StoreJson.Readable.Decision);

    /// <summary>The decision a canonical JSON stands for. Throws <see cref="StoreVersionException"/> where it has a member this program does not know.</summary>
    public static Decision Decode(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, StoreJson.Readable.Decision) ?? throw new StoreVersionException("A decision is empty.");
        }
        catch (JsonException e)
        {
            throw new StoreVersionException($"A decision cannot be read by this program; a newer one may have written it. {e.Message}");
        }
    }

    /// <summary>The link of a decision whose canonical JSON is <paramref name="body"/>.</summary>
    public static Sha256 Link(Sha256 previous, string body) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previous.Hex}\n{body}"))));
}

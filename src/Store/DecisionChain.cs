using System.Globalization;
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

    /// <summary>Walks the chain from its start: numbers without a hole, columns that say what the body says, links that follow from both, no fewer decisions than were counted.</summary>
    /// <param name="rows">All decisions in the order of their numbers, as the store keeps them.</param>
    /// <param name="counted">The highest number of decisions that anything else in the store speaks of.</param>
    public static ChainCheck Check(IEnumerable<KeptDecision> rows, long counted)
    {
        var link = Start;
        var number = 0L;
        foreach (var row in rows)
        {
            number++;
            var next = Link(link, row.Body);
            if (row.Columns.Number != number)
            {
                return Broken($"Decision {number} is missing.");
            }

            if (row.PreviousLink != link.Hex || row.Link != next.Hex)
            {
                return Broken($"Decision {number} does not follow from what stands before it: it, or the one before, was changed.");
            }

            if (Encode(row.Columns) != row.Body)
            {
                return Broken($"The columns of decision {number} do not say what was decided: they were changed.");
            }

            link = next;
        }

        return counted > number ? new ChainCheck(number, link, number + 1, string.Create(CultureInfo.InvariantCulture,
            $"The journal of loads counted {counted} decisions; only {number} are left.")) : new ChainCheck(number, link, 0, "");

        ChainCheck Broken(FormattableString sentence) => new(number, link, number, sentence.ToString(CultureInfo.InvariantCulture));
    }
}

using System.Text.Json;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>Where two exhibits in JSON first differ, in words a person finds the place by.</summary>
public static class ExhibitDifference
{
    private const int ShownMax = 100;
    private static readonly string[] Identities = ["target", "cite", "account", "sha256", "id", "number", "item", "rule", "code", "row", "statement", "name"];

    /// <summary>The first difference; null where the two are the same, byte for byte.</summary>
    public static string? First(string exhibit, string made)
    {
        if (exhibit == made)
        {
            return null;
        }

        using var a = JsonDocument.Parse(exhibit);
        using var b = JsonDocument.Parse(made);
        return Find(a.RootElement, b.RootElement, "") is { } place ? place
            : $"the same values are written differently from character {exhibit.Zip(made).TakeWhile(c => c.First == c.Second).Count() + 1} on";
    }

    private static string? Find(JsonElement a, JsonElement b, string at)
    {
        if (a.ValueKind != b.ValueKind)
        {
            return Told(at, Shown(a), Shown(b));
        }

        return a.ValueKind switch
        {
            JsonValueKind.Object => InObject(a, b, at),
            JsonValueKind.Array => InArray(a, b, at),
            _ => a.GetRawText() == b.GetRawText() ? null : Told(at, Shown(a), Shown(b)),
        };
    }

    private static string? InObject(JsonElement a, JsonElement b, string at)
    {
        foreach (var member in b.EnumerateObject())
        {
            // The printed hash differs wherever anything else does: it is told last.
            if (at.Length == 0 && member.NameEquals("contentSha256"))
            {
                continue;
            }

            if (!a.TryGetProperty(member.Name, out var other))
            {
                return Told(at, "no " + member.Name, "one");
            }

            if (Find(other, member.Value, Joined(at, member.Name)) is { } place)
            {
                return place;
            }
        }

        foreach (var member in a.EnumerateObject())
        {
            if (!b.TryGetProperty(member.Name, out _))
            {
                return Told(at, "a member " + member.Name, "none");
            }
        }

        return at.Length == 0 && a.TryGetProperty("contentSha256", out var x) && b.TryGetProperty("contentSha256", out var y) ? Find(x, y, "contentSha256") : null;
    }

    private static string? InArray(JsonElement a, JsonElement b, string at)
    {
        var (left, right) = (a.EnumerateArray().ToList(), b.EnumerateArray().ToList());
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (Find(left[i], right[i], Joined(at, Named(right[i], i))) is { } place)
            {
                return place;
            }
        }

        return left.Count == right.Count ? null
            : Told(Joined(at, Named(left.Count > right.Count ? left[right.Count] : right[left.Count], Math.Min(left.Count, right.Count))), left.Count > right.Count ? "it" : "nothing", left.Count > right.Count ? "nothing" : "it");
    }

    /// <summary>What an element is called by, else its place.</summary>
    private static string Named(JsonElement element, int index)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var identity in Identities)
            {
                if (element.TryGetProperty(identity, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
                {
                    return $"{identity} {text}";
                }
            }
        }

        return $"place {index + 1}";
    }

    private static string Joined(string at, string name) => at.Length == 0 ? name : $"{at}, {name}";

    private static string Told(string at, string exhibit, string made) => $"in {(at.Length == 0 ? "the exhibit" : at)}: the exhibit has {exhibit}, the case gives {made}";

    private static string Shown(JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? value.ValueKind.ToString().ToLowerInvariant() : value.GetRawText();
        return text.Length <= ShownMax ? text : text[..ShownMax] + "...";
    }
}

using System.Globalization;
using System.Text.Json;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>How the JSON form writes its values: money as decimal text beside its currency, numbers of places as text, exact and without culture.</summary>
internal static class JsonFields
{
    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A fraction of 1; null where not applicable. Shortest text that reads back to the same double.</summary>
    public static void Fraction(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } v)
        {
            json.WriteString(name, v.ToString("R", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void Whole(this Utf8JsonWriter json, string name, long value) => json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));

    public static void Owners(this Utf8JsonWriter json, string name, IEnumerable<OwnedAmount> owners, Func<long, string> money) => json.Array(name, owners, o =>
    {
        json.WriteString("owner", o.Owner);
        json.WriteString("class", o.Class switch { OwnerClass.Claim => "claim", OwnerClass.OtherClaimant => "other claimant", _ => "free" });
        json.WriteString("amount", money(o.Minor));
        json.WriteString("origin", money(o.OriginMinor));
    });
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinInvest.Graph.Store;

/// <summary>A day as yyyy-MM-dd; "" = no day given.</summary>
internal sealed class DayJsonConverter : JsonConverter<Day>
{
    public override Day Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        return text.Length == 0 ? Day.None : Day.TryParse(text, out var day) ? day : throw new JsonException($"\"{text}\" is no day; a day is written yyyy-MM-dd.");
    }

    public override void Write(Utf8JsonWriter writer, Day value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

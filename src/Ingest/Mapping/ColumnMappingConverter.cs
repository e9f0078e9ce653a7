using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>A column as a bare name, a bare position, or an object.</summary>
internal sealed class ColumnMappingConverter : JsonConverter<ColumnMapping>
{
    private static readonly HashSet<string> Known = ["column", "position", "constant", "default", "prefix", "values", "dates"];

    public override ColumnMapping Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new ColumnMapping { Column = reader.GetString() };
            case JsonTokenType.Number when reader.TryGetInt32(out var position):
                return new ColumnMapping { Position = position };
            case JsonTokenType.StartObject:
                var column = JsonElement.ParseValue(ref reader);
                foreach (var property in column.EnumerateObject().Where(p => !Known.Contains(p.Name)))
                {
                    throw new JsonException($"A column has no property '{property.Name}'; it has {string.Join(", ", Known.Order(StringComparer.Ordinal))}.");
                }

                return new ColumnMapping
                {
                    Column = Text(column, "column"),
                    Position = column.TryGetProperty("position", out var p) ? p.Deserialize<int>() : null,
                    Constant = Text(column, "constant"),
                    Default = Text(column, "default"),
                    Prefix = Text(column, "prefix"),
                    Values = column.TryGetProperty("values", out var v) ? v.Deserialize<Dictionary<string, string>>() : null,
                    Dates = column.TryGetProperty("dates", out var d) ? d.Deserialize<List<string>>() : null,
                };
            default:
                throw new JsonException("A column is a name, a position or an object.");
        }
    }

    public override void Write(Utf8JsonWriter writer, ColumnMapping value, JsonSerializerOptions options)
    {
        var plain = value is { Constant: null, Default: null, Prefix: null, Values: null, Dates: null };
        if (plain && value is { Column: { } name, Position: null })
        {
            writer.WriteStringValue(name);
            return;
        }

        if (plain && value is { Column: null, Position: { } position })
        {
            writer.WriteNumberValue(position);
            return;
        }

        writer.WriteStartObject();
        WriteText(writer, "column", value.Column);
        if (value.Position is { } at)
        {
            writer.WriteNumber("position", at);
        }

        WriteText(writer, "constant", value.Constant);
        WriteText(writer, "default", value.Default);
        WriteText(writer, "prefix", value.Prefix);
        if (value.Values is { } values)
        {
            writer.WriteStartObject("values");
            foreach (var (word, meaning) in values)
            {
                writer.WriteString(word, meaning);
            }

            writer.WriteEndObject();
        }

        if (value.Dates is { } dates)
        {
            writer.WriteStartArray("dates");
            foreach (var date in dates)
            {
                writer.WriteStringValue(date);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static string? Text(JsonElement column, string name) => column.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : throw new JsonException($"'{name}' of a column is a text.") : null;

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}

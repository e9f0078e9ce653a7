using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FinInvest.Graph.Casework.Budgets;

namespace FinInvest.Graph.Worker.Terminal;

/// <summary>Writes an answer as JSON: begins with its schema, 64-bit numbers and ids are strings, days are yyyy-MM-dd, rows are their keys.</summary>
internal static class JsonAnswer
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LongText(), new DayText(), new RowKeyText(), new Sha256Text(), new RatioText(), new JsonStringEnumConverter() },
    };

    /// <param name="schema">e.g. fininvest.trace/1</param>
    /// <param name="part">Which part of the case was read; null = all of it, and nothing is said.</param>
    public static void Write(string schema, CaseVersion version, object answer, CorridorExtent? part = null)
    {
        using var document = JsonSerializer.SerializeToDocument(answer, Options);
        using var stream = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", schema);
            writer.WriteString("version", version.ToString());
            if (part is not null)
            {
                writer.WriteString("answeredFrom", part.Sentence);
            }

            foreach (var property in document.RootElement.EnumerateObject())
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private sealed class LongText : JsonConverter<long>
    {
        public override long Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();
        public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class DayText : JsonConverter<Day>
    {
        public override Day Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();
        public override void Write(Utf8JsonWriter writer, Day value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class RowKeyText : JsonConverter<RowKey>
    {
        public override RowKey Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();
        public override void Write(Utf8JsonWriter writer, RowKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class Sha256Text : JsonConverter<Sha256>
    {
        public override Sha256 Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();
        public override void Write(Utf8JsonWriter writer, Sha256 value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
    }

    private sealed class RatioText : JsonConverter<Ratio>
    {
        public override Ratio Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();
        public override void Write(Utf8JsonWriter writer, Ratio value, JsonSerializerOptions options) => writer.WriteStringValue(value.IsApplicable ? $"{value.Numerator}/{value.Denominator}" : "n/a");
    }
}

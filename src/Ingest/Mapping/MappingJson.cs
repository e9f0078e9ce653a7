using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>JSON of mappings: names as in our CSV headers (snake_case), a misspelt property is an error, defaults are not written.</summary>
internal static class MappingJson
{
    private static readonly FileMapping Plain = new() { Target = "" };
    private static readonly StatementMapping PlainStatement = new();

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ColumnMappingConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDefaults } },
    };

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        object? plain = type.Type == typeof(FileMapping) ? Plain : type.Type == typeof(StatementMapping) ? PlainStatement : null;
        if (plain is null)
        {
            return;
        }

        foreach (var property in type.Properties.Where(p => p.Get is not null && p.Name != "pattern" && p.Name != "target"))
        {
            var standard = property.Get!(plain);
            property.ShouldSerialize = (_, value) => value switch
            {
                null => false,
                System.Collections.ICollection c => c.Count > 0 && !(standard is IReadOnlyList<string> s && value is IReadOnlyList<string> v && s.SequenceEqual(v)),
                StatementMapping m => m != PlainStatement,
                _ => !value.Equals(standard),
            };
        }
    }
}

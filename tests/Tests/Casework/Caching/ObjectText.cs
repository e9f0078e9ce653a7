using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinInvest.Graph.Tests.Casework.Caching;

/// <summary>Every public member of an object and of all it holds, as text: what is added later is compared without anybody thinking of it.</summary>
internal static class ObjectText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TypeName(), new WholeFact() },
    };

    public static string Of(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    private sealed class TypeName : JsonConverter<Type>
    {
        public override Type Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();
        public override void Write(Utf8JsonWriter writer, Type value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
    }

    private sealed class WholeFact : JsonConverter<IFact>
    {
        public override IFact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();
        public override void Write(Utf8JsonWriter writer, IFact value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}

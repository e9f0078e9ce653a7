using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinInvest.Graph.Store.Neo4j.Transport.Http;

/// <summary>Bodies of requests in plain JSON: whole numbers as digits, which the server takes as integers of 64 bits.</summary>
internal static class RequestBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The server counts the time of a transaction in whole seconds, and only where it begins; on a single statement without a transaction it ignores it.</summary>
    public static ReadOnlyMemory<byte> Begin(AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("accessMode"u8, mode == AccessMode.Read ? "READ"u8 : "WRITE"u8);
        json.WriteNumber("maxExecutionTime"u8, (long)Math.Ceiling(limit.TotalSeconds));
        json.WriteStartArray("bookmarks"u8);
        foreach (var bookmark in bookmarks)
        {
            json.WriteStringValue(bookmark);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Run(CypherStatement statement)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("statement"u8, statement.Text);
        json.WriteBoolean("includeCounters"u8, true);
        json.WriteStartObject("parameters"u8);
        foreach (var (name, value) in statement.Parameters)
        {
            json.WritePropertyName(name);
            Write(json, value, name, statement);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, object? value, string parameter, CypherStatement statement)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long[] numbers:
                json.WriteStartArray();
                foreach (var number in numbers)
                {
                    json.WriteNumberValue(number);
                }

                json.WriteEndArray();
                break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, member) in map)
                {
                    json.WritePropertyName(name);
                    Write(json, member, parameter, statement);
                }

                json.WriteEndObject();
                break;
            case IEnumerable list and not byte[]:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item, parameter, statement);
                }

                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"Parameter ${parameter} of {statement.Name} holds a {value.GetType().Name}; only long, int, bool, string, null, lists and maps of these go to the server.");
        }
    }
}

using System.Text.Json;

namespace FinInvest.Graph.Store.Neo4j.Transport.Http;

/// <summary>
/// Reads an answer of the Query API in pieces of any size and gives rows on as they become whole. What it holds is one piece, however many rows come.
/// {"data":{"fields":[..],"values":[[..],..]},"counters":{..},"queryPlan":{..},"errors":[{"code":..,"message":..}],"transaction":{"id":..},"bookmarks":[..]}: all of them may be missing.
/// </summary>
internal sealed class AnswerParser(IRowSink? sink)
{
    private const int DepthMax = 1024;
    private readonly JsonRow row = new();
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = DepthMax });
    private Place place = Place.Start;

    private enum Place
    {
        Start,
        Body,
        Data,
        Values,
        End,
    }

    /// <summary>The body has ended where it should.</summary>
    public bool IsWhole => place == Place.End;

    public string? ErrorCode { get; private set; }
    public string ErrorMessage { get; private set; } = "";
    public string? TransactionId { get; private set; }

    /// <summary>Null = the answer had none.</summary>
    public IReadOnlyList<string>? Bookmarks { get; private set; }
    public CypherSummary Counters { get; private set; } = new([]);

    /// <summary>Reads what is whole in <paramref name="piece"/> and says how many bytes that was; the rest is to come again with more behind it. Throws JsonException for what is no JSON.</summary>
    public int Read(ReadOnlyMemory<byte> piece)
    {
        var reader = new Utf8JsonReader(piece.Span, isFinalBlock: false, state);
        var done = 0;
        while (place != Place.End && Step(ref reader, piece))
        {
            done = (int)reader.BytesConsumed;
            state = reader.CurrentState;
        }

        return done;
    }

    /// <summary>One whole unit: a bracket, a row, a member with its value. False = not all of it is here.</summary>
    private bool Step(ref Utf8JsonReader reader, ReadOnlyMemory<byte> piece)
    {
        if (!reader.Read())
        {
            return false;
        }

        switch (place, reader.TokenType)
        {
            case (Place.Start, JsonTokenType.StartObject):
                place = Place.Body;
                return true;
            case (Place.Body, JsonTokenType.EndObject):
                place = Place.End;
                return true;
            case (Place.Data, JsonTokenType.EndObject):
                place = Place.Body;
                return true;
            case (Place.Values, JsonTokenType.EndArray):
                place = Place.Data;
                return true;
            case (Place.Values, JsonTokenType.StartArray):
                return Row(ref reader, piece);
            case (Place.Body or Place.Data, JsonTokenType.PropertyName):
                return Member(ref reader);
            default:
                throw new JsonException($"{reader.TokenType} was not expected here.");
        }
    }

    private bool Row(ref Utf8JsonReader reader, ReadOnlyMemory<byte> piece)
    {
        row.Clear();
        while (reader.Read())
        {
            var kind = reader.TokenType;
            if (kind == JsonTokenType.EndArray)
            {
                if (row.Noted != row.Count)
                {
                    throw new JsonException($"A row has {row.Noted} values for {row.Count} columns.");
                }

                Give(piece);
                return true;
            }

            var start = (int)reader.TokenStartIndex;
            var isEscaped = reader.ValueIsEscaped;
            if (kind is JsonTokenType.StartArray or JsonTokenType.StartObject && !reader.TrySkip())
            {
                return false;
            }

            var quote = kind == JsonTokenType.String ? 1 : 0;
            if (!row.Note(kind, start + quote, (int)reader.BytesConsumed - start - (2 * quote), isEscaped))
            {
                throw new JsonException($"A row has more values than its {row.Count} columns.");
            }
        }

        return false;
    }

    /// <summary>A fault of the reader of rows is its own and must not pass for one of the connection.</summary>
    private void Give(ReadOnlyMemory<byte>? piece)
    {
        if (sink is null)
        {
            return;
        }

        try
        {
            if (piece is { } bytes)
            {
                row.Stand(bytes);
                sink.Row(row);
            }
            else
            {
                sink.Columns(row.Names);
            }
        }
        catch (Exception e)
        {
            throw new SinkFaultException(e);
        }
    }

    private bool Member(ref Utf8JsonReader reader)
    {
        var name = reader.GetString();
        if (!reader.Read())
        {
            return false;
        }

        if (name == "data" && place == Place.Body && reader.TokenType == JsonTokenType.StartObject)
        {
            place = Place.Data;
            return true;
        }

        if (name == "values" && place == Place.Data && reader.TokenType == JsonTokenType.StartArray)
        {
            place = Place.Values;
            return true;
        }

        // A copy runs ahead to see whether all of the value is here.
        var ahead = reader;
        if (!ahead.TrySkip())
        {
            return false;
        }

        if (name is "fields" or "errors" or "counters" or "bookmarks" or "transaction" or "queryPlan")
        {
            using var value = JsonDocument.ParseValue(ref reader);
            Take(name, value.RootElement);
        }
        else
        {
            reader = ahead;
        }

        return true;
    }

    private void Take(string name, JsonElement value)
    {
        switch (name)
        {
            case "fields":
                row.Open([.. value.EnumerateArray().Select(f => f.GetString() ?? "")]);
                Give(null);
                break;
            case "errors" when value.GetArrayLength() > 0:
                ErrorCode = Member(value[0], "code");
                ErrorMessage = Member(value[0], "message");
                break;
            case "counters":
                Counters = Counters with
                {
                    NodesCreated = Count(value, "nodesCreated"),
                    NodesDeleted = Count(value, "nodesDeleted"),
                    RelationshipsCreated = Count(value, "relationshipsCreated"),
                    RelationshipsDeleted = Count(value, "relationshipsDeleted"),
                    PropertiesSet = Count(value, "propertiesSet"),
                    LabelsAdded = Count(value, "labelsAdded"),
                    ConstraintsAdded = Count(value, "constraintsAdded"),
                    IndexesAdded = Count(value, "indexesAdded"),
                };
                break;
            case "bookmarks":
                Bookmarks = [.. value.EnumerateArray().Select(b => b.GetString() ?? "")];
                break;
            case "transaction":
                TransactionId = Member(value, "id");
                break;
            case "queryPlan":
                var operators = new List<string>();
                AddOperators(value, operators);
                Counters = Counters with { PlanOperators = operators };
                break;
            default:
                break;
        }
    }

    private static void AddOperators(JsonElement plan, List<string> operators)
    {
        operators.Add(Member(plan, "operatorType").Split('@')[0]);
        if (plan.TryGetProperty("children", out var children))
        {
            foreach (var child in children.EnumerateArray())
            {
                AddOperators(child, operators);
            }
        }
    }

    private static string Member(JsonElement value, string name) => value.TryGetProperty(name, out var member) ? member.ToString() : "";

    private static long Count(JsonElement value, string name) => value.TryGetProperty(name, out var member) && member.TryGetInt64(out var count) ? count : 0;
}

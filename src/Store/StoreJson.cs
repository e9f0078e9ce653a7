using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinInvest.Graph.Store;

/// <summary>The one JSON form of everything a store keeps as JSON. Members in the order of their declaration, so the same value gives the same bytes.</summary>
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(AccountHolder))]
[JsonSerializable(typeof(Act))]
[JsonSerializable(typeof(Asset))]
[JsonSerializable(typeof(AssetSale))]
[JsonSerializable(typeof(CaseHeader))]
[JsonSerializable(typeof(CoordinationLink))]
[JsonSerializable(typeof(CostLine))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(DocumentGrade))]
[JsonSerializable(typeof(Episode))]
[JsonSerializable(typeof(EvidenceItem))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(OtherClaimant))]
[JsonSerializable(typeof(OwnershipInterest))]
[JsonSerializable(typeof(Party))]
[JsonSerializable(typeof(Proceeds))]
[JsonSerializable(typeof(RecordedFact))]
[JsonSerializable(typeof(ReferenceRate))]
[JsonSerializable(typeof(Relation))]
[JsonSerializable(typeof(Reversal))]
[JsonSerializable(typeof(RootSource))]
[JsonSerializable(typeof(Statement))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    /// <summary>Cyrillic and Kazakh letters stand as letters: a person reads these bodies with an SQL tool. They never go into HTML unescaped.</summary>
    public static StoreJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DayJsonConverter() },
    });
}

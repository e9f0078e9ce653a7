using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FinInvest.Graph.Store;

/// <summary>
/// Facts as (kind, JSON body), the form every store keeps them in. Kind is the name of the fact's type. The body is canonical: the same fact gives the same bytes.
/// </summary>
public static class FactCodec
{
    private static readonly FrozenDictionary<string, JsonTypeInfo> ByKind = new JsonTypeInfo[]
    {
        StoreJson.Readable.Account, StoreJson.Readable.AccountHolder, StoreJson.Readable.Act, StoreJson.Readable.Asset, StoreJson.Readable.AssetSale,
        StoreJson.Readable.CaseHeader, StoreJson.Readable.CoordinationLink, StoreJson.Readable.CostLine, StoreJson.Readable.DocumentGrade, StoreJson.Readable.Episode,
        StoreJson.Readable.EvidenceItem, StoreJson.Readable.Explanation, StoreJson.Readable.OtherClaimant, StoreJson.Readable.OwnershipInterest, StoreJson.Readable.Party,
        StoreJson.Readable.Proceeds, StoreJson.Readable.RecordedFact, StoreJson.Readable.ReferenceRate, StoreJson.Readable.Relation, StoreJson.Readable.Reversal,
        StoreJson.Readable.RootSource, StoreJson.Readable.Statement,
    }.ToFrozenDictionary(i => i.Type.Name, StringComparer.Ordinal);

    /// <summary>The kinds there are, in ordinal order.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. ByKind.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Names of the members of a kind's body, in the order they are written; "id" is one of them.</summary>
    public static IReadOnlyList<string> Members(string kind) => [.. Info(kind).Properties.Select(p => p.Name)];

    /// <summary>The type of the facts of a kind. Throws <see cref="StoreVersionException"/> where this program does not know the kind.</summary>
    public static Type TypeOf(string kind) => Info(kind).Type;

    /// <summary>The kind of a fact.</summary>
    public static string KindOf(IFact fact) => fact.GetType().Name;

    /// <summary>Canonical JSON of a fact. Throws InvalidOperationException for a type that has no codec.</summary>
    public static string Encode(IFact fact)
    {
        var kind = KindOf(fact);
        return ByKind.TryGetValue(kind, out var info) && info.Type == fact.GetType() ? JsonSerializer.Serialize(fact, info)
            : throw new InvalidOperationException($"A fact of kind {kind} cannot be kept: it has no codec.");
    }

    /// <summary>The fact a body stands for. Throws <see cref="StoreVersionException"/> where this program does not know the kind or a member.</summary>
    public static IFact Decode(string kind, string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, Info(kind)) as IFact ?? throw new StoreVersionException($"A fact of kind {kind} is empty.");
        }
        catch (JsonException e)
        {
            throw new StoreVersionException($"A fact of kind {kind} cannot be read by this program; a newer one may have written it. {e.Message}");
        }
    }

    private static JsonTypeInfo Info(string kind) => ByKind.TryGetValue(kind, out var info) ? info
        : throw new StoreVersionException($"This program knows no facts of kind {kind}; a newer one may have written them.");
}

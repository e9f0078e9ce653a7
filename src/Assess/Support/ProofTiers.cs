using FinInvest.Graph.Assess.Schemes;

namespace FinInvest.Graph.Assess.Support;

/// <summary>Tiers of proof (definitions H10): an element has the best of its relied items, a hop the worst of its elements.</summary>
internal static class ProofTiers
{
    /// <summary>No relied item supports it.</summary>
    public const int None = 4;

    /// <summary>1 for C1, 2 for C2, 3 for C3. Court-ready = no required form check is missing.</summary>
    public static int OfItem(ReliedItem item, Scheme scheme) =>
        item.Defects.Count == 0 && item.Weight >= scheme.CourtReadyHundredths * 100 ? 1 : item.Weight >= scheme.UsableHundredths * 100 ? 2 : 3;

    public static int OfKind(LinkModel model, int kind, Scheme scheme) =>
        model.Supports[kind].Select(i => OfItem(model.Items[i], scheme)).DefaultIfEmpty(None).Min();

    public static int OfClass(LinkModel model, int hopClass, Scheme scheme) => model.ClassKinds[hopClass].Select(k => OfKind(model, k, scheme)).DefaultIfEmpty(None).Max();

    public static string Name(int tier) => tier switch { 1 => "C1", 2 => "C2", 3 => "C3", _ => "none" };

    /// <summary>What reaches the target over hops of each tier or better.</summary>
    public static IReadOnlyList<ProvedAtTier> Curve(LinkModel model, Scheme scheme) =>
    [
        .. Enumerable.Range(1, 3).Select(tier =>
        {
            var amount = model.Amount([.. Enumerable.Range(0, model.ClassKinds.Length).Select(c => OfClass(model, c, scheme) <= tier)]);
            return new ProvedAtTier(Name(tier), new Ratio(amount.Numerator, amount.Denominator), new Ratio(amount.Numerator, amount.Denominator * model.Traced));
        }),
    ];
}

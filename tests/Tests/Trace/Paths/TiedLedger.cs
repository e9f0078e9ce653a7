using FinInvest.Graph.Tests.Ledgers;

namespace FinInvest.Graph.Tests.Trace.Paths;

/// <summary>A worked ledger with facts beside it.</summary>
internal static class TiedLedger
{
    public static Reconciliation Make(string text, params IFact[] facts)
        => CaseText.Parse(text) with { Facts = new CaseFacts(facts.Select((f, i) => new FactRow(f, Sha256.Of([]), i + 1)), [], [], default) };

    public static IEnumerable<string> Sequences(IEnumerable<AssetPath> paths) => paths.Select(p => string.Join(' ', p.Accounts));
}

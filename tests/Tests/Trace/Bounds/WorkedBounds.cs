using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Bounds;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>Bounds of a worked ledger as text: "L-U_rec-U_out" a target.</summary>
internal static class WorkedBounds
{
    public static BoundsResult Of(string text, params string[] targets) => BoundsCalculator.Compute(CaseText.Parse(text), [.. targets.Select(Key)], new BoundsOptions())[^1];

    public static string Text(string text, params string[] targets) => Text(Of(text, targets));

    public static string Text(BoundsResult b) => $"{b.Lower}-{b.UpperRecorded}-{b.UpperOut}";

    private static string Key(string target) => target.Contains(':', StringComparison.Ordinal) || target.Contains('#', StringComparison.Ordinal) ? target : target + "#0";
}

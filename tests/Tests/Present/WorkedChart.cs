using FinInvest.Graph.Present.Charts;

namespace FinInvest.Graph.Tests.Present;

/// <summary>A chart with what makes charts hard: branches that meet again, a long arrow, an arrow back, a gap, a company behind the asset.</summary>
internal static class WorkedChart
{
    public static ChartBox Account(string id, string gap = "", bool unreconciled = false) => new(id, ChartBoxKind.Account, ["Holder of " + id, id, "Bank, AE"], gap, unreconciled);

    public static ChartArrow Money(string from, string to, int number, bool dashed = false) =>
        new(from, to, number, ["2024-03-12", "60 000 000.00 KZT"], dashed, true, new ClassStrip(40 + number, number % 3 * 10, 30));

    public static PathChartContent Branching() => new("t", "Paths to the flat",
        [
            new ChartBox("OUTSIDE", ChartBoxKind.Outside, ["City Hospital", "claim of embezzlement"]),
            Account("KZ-1"), Account("KZ-2"), Account("AE-1", "gap 2024-02-01 on"), Account("AE-2", unreconciled: true), Account("CY-1"), Account("CY-2"),
            new ChartBox("P9", ChartBoxKind.Party, ["Meridian Holdings Ltd", "P9"]),
            new ChartBox("flat#0", ChartBoxKind.Asset, ["Flat in Almaty", "cost 180 000 000.00 KZT", "traced 60 000 000.00 KZT"], Strip: new ClassStrip(60, 0, 120)),
        ],
        [
            Money("OUTSIDE", "KZ-1", 1), Money("OUTSIDE", "KZ-2", 2), Money("KZ-1", "AE-1", 3), Money("KZ-2", "AE-1", 4), Money("KZ-2", "AE-2", 5, true), Money("AE-1", "CY-1", 6), Money("AE-2", "CY-1", 7, true),
            Money("AE-2", "CY-2", 8), Money("CY-1", "flat#0", 9), Money("KZ-1", "flat#0", 10), Money("CY-2", "KZ-2", 11), new ChartArrow("CY-1", "P9", 12, ["holder", "2023-01-01 on"], IsMoney: false),
        ],
        ["Rule: Own money first; order of rows: statement. 2 of 5 paths shown.", "Strips show what each sum consisted of under the rule."]);
}

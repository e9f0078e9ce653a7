namespace FinInvest.Graph.Assess.Indicators;

/// <summary>Every indicator that is computed, in the order in which it is shown.</summary>
internal static class IndicatorCatalogue
{
    public static IReadOnlyList<IIndicator> All { get; } =
    [
        new CO1(),
        new CO2(),
        new MF1(),
        new MF2(),
        new MF3(),
        new MF4(),
        new MF6(),
        new MF8(),
        new OC1(),
        new EQ1(),
        new EQ2(),
        new EQ3(),
        new EQ7(),
        new CG4(),
    ];
}

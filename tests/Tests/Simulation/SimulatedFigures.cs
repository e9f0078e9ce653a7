namespace FinInvest.Graph.Tests.Simulation;

/// <summary>How much a run over simulated cases has compared.</summary>
internal sealed class SimulatedFigures
{
    public long Cases { get; set; }
    public long Movements { get; set; }

    /// <summary>Lines that the product and the slow twin gave alike: an asset's or an account's whole composition, or what was newly labelled.</summary>
    public long Lines { get; set; }

    /// <summary>Traced amounts of a rule that were held against L, U_rec, U_out and the floor.</summary>
    public long Bounded { get; set; }

    public override string ToString() => FormattableString.Invariant($"{Cases} cases, {Movements} movements, {Lines} lines equal to the slow twin's, {Bounded} traced amounts within their bounds");
}

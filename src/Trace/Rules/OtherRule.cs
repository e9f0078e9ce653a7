using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>
/// A method that courts or statutes use and that does not conserve claim money on the recorded ledger (definitions D1): its figures may lie
/// outside [L, U], stand beside the conserving rules and are never mixed with them.
/// </summary>
public abstract class OtherRule
{
    public abstract string Id { get; }
    public abstract string Name { get; }

    /// <summary>Named as fact, not as advice.</summary>
    public abstract IReadOnlyList<string> Authorities { get; }

    /// <summary>The method in one sentence.</summary>
    public abstract string Definition { get; }

    /// <summary>Figures in a fixed order; a figure that cannot be given is there with its reason.</summary>
    public abstract IReadOnlyList<OtherFigure> Run(Reconciliation reconciliation, OtherRuleOptions options);
}

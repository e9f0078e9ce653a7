using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Trace.Rules;

namespace FinInvest.Graph.Trace;

/// <summary>Runs one legal rule over the effective ledger (definitions A to D).</summary>
public static class Tracer
{
    /// <param name="rule">Id of a rule in <see cref="RuleCatalogue"/>.</param>
    /// <exception cref="ArgumentException">No such rule, target or account.</exception>
    /// <exception cref="InvalidOperationException">A broken invariant: a fault of the program, with the movement and its rows.</exception>
    public static TraceResult Run(Reconciliation reconciliation, string rule, TraceOptions options) =>
        new RuleRun(reconciliation, RuleCatalogue.Find(rule), options).Run();
}

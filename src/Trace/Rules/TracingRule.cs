using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>
/// A legal rule of tracing: which money in a mixed account a debit takes. Everything else (debt, credits, acquisitions, reversals) is the
/// same under every rule, so a rule is its order and its classes, and this is the only place where it is stated.
/// </summary>
public abstract class TracingRule
{
    /// <summary>Stable short name, as typed and as printed in exhibits.</summary>
    public abstract string Id { get; }

    public abstract string Name { get; }

    /// <summary>The authorities in which courts state or apply the rule, named as fact and not as advice.</summary>
    public abstract IReadOnlyList<string> Authorities { get; }

    /// <summary>The rule in one sentence.</summary>
    public abstract string Definition { get; }

    /// <summary>Lies within [L, U] on every ledger (definitions D1).</summary>
    public virtual bool Conserving => true;

    /// <summary>Used where it is asked for by name, and left out where the rules of law are compared (definitions C1).</summary>
    public virtual bool IsNamedMode => false;

    /// <summary>What a debit draws on first.</summary>
    public abstract FundOrder Order { get; }

    /// <summary>Under <see cref="FundOrder.Totals"/>: classes with the lower number are used up before the higher; inside one number rateably.</summary>
    public virtual int TierOf(OwnerClass owner) => 0;
}

namespace FinInvest.Graph.Model.Values;

/// <summary>What "as of" means for a result: how many loads and how many decisions the case held. Monotone, never a clock.</summary>
public readonly record struct CaseVersion(long Loads, long Decisions)
{
    public override string ToString() => $"{Loads}.{Decisions}";
}

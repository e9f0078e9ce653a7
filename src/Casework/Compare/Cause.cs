namespace FinInvest.Graph.Casework.Compare;

/// <summary>One load or one decision.</summary>
/// <param name="Kind">"load" or "decision".</param>
/// <param name="Number">Its number in the journal or in the chain.</param>
public readonly record struct Cause(string Kind, long Number)
{
    /// <summary>"load 2", "decision 5".</summary>
    public override string ToString() => $"{Kind} {Number}";
}

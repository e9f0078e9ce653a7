namespace FinInvest.Graph.Model.Values;

/// <summary>Whether an identifier passes its own check. A failure is a flag beside the fact, never a reject: a lost row would break a statement.</summary>
/// <param name="Reason">What fails, as a sentence; "" where it passes.</param>
public readonly record struct IdentifierCheck(string Reason)
{
    public static IdentifierCheck Passed => new("");
    public bool IsPassed => string.IsNullOrEmpty(Reason);
}

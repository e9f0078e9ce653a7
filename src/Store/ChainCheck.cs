namespace FinInvest.Graph.Store;

/// <summary>Whether the chain of decisions is whole.</summary>
/// <param name="Decisions">How many decisions were checked.</param>
/// <param name="Head">Link of the last one; <see cref="DecisionChain.Start"/> when there is none.</param>
/// <param name="FirstBroken">Number of the first decision that does not fit; 0 = none.</param>
/// <param name="Sentence">What is wrong, for a person; empty when nothing is.</param>
public sealed record ChainCheck(long Decisions, Sha256 Head, long FirstBroken, string Sentence)
{
    public bool IsWhole => FirstBroken == 0;
}

namespace FinInvest.Graph.Assess.Support;

/// <summary>Something whose probability is asked for, judged on a state of the evidence that may be incomplete.</summary>
internal abstract class Proposition
{
    /// <summary>Kinds of element it depends on.</summary>
    public abstract IEnumerable<int> Kinds(LinkModel model);

    /// <summary>Never Open once every variable of its kinds has a value.</summary>
    public abstract Truth Judge(EvidenceState state);
}

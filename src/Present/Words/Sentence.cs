namespace FinInvest.Graph.Present.Words;

/// <summary>One plain sentence of the exhibit, made of parts so that each figure carries its cite.</summary>
public sealed record Sentence(IReadOnlyList<Part> Parts)
{
    /// <summary>The sentence with its cites in brackets, e.g. "The flat cost 180.00 KZT [D-1]."</summary>
    public override string ToString() => string.Concat(Parts.Select(p => p.Cite.Length > 0 ? $"{p.Text} [{p.Cite}]" : p.Text));
}

namespace FinInvest.Graph.Model.Results;

/// <summary>A fact that an answer rests on, with the row it was read from.</summary>
/// <param name="Id">Id of the fact.</param>
/// <param name="File">Name of the document; its first hash digits where the case does not name it (a decision).</param>
/// <param name="Row">Row of the document.</param>
/// <param name="Says">What the fact states, as a sentence.</param>
public sealed record CitedFact(string Id, string File, Sha256 Document, int Row, string Says)
{
    /// <summary>Where it is read, for a person: file and row.</summary>
    public string Place => $"{File} row {Row}";
}

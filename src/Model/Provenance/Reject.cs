namespace FinInvest.Graph.Model.Provenance;

/// <summary>A row (or file) that could not be read, kept whole so that it can be mended and loaded again.</summary>
/// <param name="Code">A frozen code, e.g. AMOUNT_NOT_A_NUMBER.</param>
/// <param name="Row">1-based line of the file; 0 for the whole file.</param>
/// <param name="Column">Header or position of the column; empty for the whole row.</param>
/// <param name="Text">The offending text, cut to 200 characters with "n of N".</param>
/// <param name="Sentence">What is wrong and what to do, for a person.</param>
/// <param name="Raw">The whole row as it stood in the file.</param>
public sealed record Reject(string Code, string File, int Row, string Column, string Text, string Sentence, string Raw = "");

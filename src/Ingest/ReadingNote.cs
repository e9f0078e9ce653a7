namespace FinInvest.Graph.Ingest;

/// <summary>Something about a file that is neither a row nor a reject and yet belongs in its receipt: lines skipped by rule, amounts rounded, a balance that does not run.</summary>
/// <param name="Code">One of <see cref="NoteCodes"/>.</param>
/// <param name="Count">How many lines, rows or amounts it is about.</param>
public sealed record ReadingNote(string Code, long Count, string Sentence);

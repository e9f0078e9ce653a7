namespace FinInvest.Graph.Model.Ledgers;

/// <summary>Something that was not done, with a code, what it is about, and a sentence that says what to do.</summary>
public sealed record Refusal(string Code, string Subject, string Sentence);

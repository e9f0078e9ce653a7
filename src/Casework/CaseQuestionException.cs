namespace FinInvest.Graph.Casework;

/// <summary>The case cannot answer what was asked; the message says why and what to type. Exit code 4.</summary>
public sealed class CaseQuestionException(string message) : Exception(message);

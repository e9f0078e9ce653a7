namespace FinInvest.Graph.Model.Results;

/// <summary>What a rule that is not conserving says of one subject (definitions D1, D5): it may lie outside [L, U] and is said to.</summary>
/// <param name="Rule">Id of the rule, e.g. "pari-passu", "poison", "value-cap", "s984".</param>
/// <param name="Subject">Acquisition key, "balance:ACCOUNT", or "pool".</param>
/// <param name="Owner">Owner label where the figure is per owner; else "".</param>
/// <param name="Minor">Minor units; null = not applicable, with the reason.</param>
/// <param name="Reason">One sentence: how the figure comes about, or why there is none.</param>
public sealed record OtherFigure(string Rule, string Subject, string Owner, long? Minor, string Currency, string Reason);

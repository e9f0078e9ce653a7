namespace FinInvest.Graph.Model.Results;

/// <summary>Somebody or a body tied to a party so that the law of 12 July 2023 may count them as affiliated (Law of Kazakhstan No 21-VIII, art. 1 and 2).</summary>
/// <param name="Ground">"relative", "household", "nominee", "controlled", "controller", "common controller" or "other tie"; "property" for an account or asset that one of them holds or controls.</param>
/// <param name="State">"affiliate" or "property"; "to be judged" where the tie is not of a kind the law names, rests on the high end of a range, or on votes held together.</param>
/// <param name="Sentence">Why, for a person.</param>
/// <param name="RestsOn">The declared ties and interests it rests on.</param>
public sealed record Affiliate(string Party, string Name, string Ground, string State, string Sentence, IReadOnlyList<CitedFact> RestsOn);

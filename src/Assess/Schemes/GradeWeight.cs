namespace FinInvest.Graph.Assess.Schemes;

/// <summary>One line of a grade map: what a grade means and the weight it is given.</summary>
/// <param name="Grade">As a person writes it: "A" to "F" for the source, "1" to "6" for the content.</param>
/// <param name="Hundredths">Weight in hundredths, 0 to 100; exact, so that S is an exact fraction.</param>
public sealed record GradeWeight(string Grade, int Hundredths, string Meaning);

namespace FinInvest.Graph.Model.Results;

/// <summary>Whether a party controls a target at a date (definitions G3).</summary>
/// <param name="State">"controls", "may control" (only at the high end of declared ranges) or "no control".</param>
/// <param name="Votes">Votes in the target held by the party and by what it controls, 0 to 1, at the low ends of ranges; <paramref name="VotesHigh"/> at the high ends.</param>
/// <param name="Flow">Without control: the maximum flow of voting shares from the party to the target, 0 to 1, at the high ends; else null.</param>
/// <param name="Through">Controlled parties that hold the votes or the documented other means.</param>
/// <param name="RestsOn">The declared votes, shares and means that give the control; null where they were not asked for or there is none.</param>
public sealed record ControlResult(string Party, string Target, Day At, string State, double Votes, double VotesHigh, double? Flow, IReadOnlyList<string> Through, IReadOnlyList<string> Notes,
    IReadOnlyList<CitedFact>? RestsOn = null, string Name = "");

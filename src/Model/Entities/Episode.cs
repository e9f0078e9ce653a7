namespace FinInvest.Graph.Model.Entities;

/// <summary>An episode of an act: what was taken from which victim, when. A claim is (act, victim); its register order is its first episode.</summary>
public sealed record Episode(string Id, string Act, string Victim, string Currency, long Minor, Day Day = default, string Text = "") : IFact;

namespace FinInvest.Graph.Model.Entities;

/// <summary>The incriminated act. Status is CO-1's scale: final_judgment, first_instance, indictment, suspicion, intelligence.</summary>
public sealed record Act(string Id, string Name, string Article = "", string Status = "", Day From = default, Day To = default) : IFact;

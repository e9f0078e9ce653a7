namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A claim is (act, victim); K is what it charges. Victim may be empty.</summary>
public sealed record Claim(string Act, string Victim)
{
    public string Label => $"K:{Act}:{Victim}";
}

namespace FinInvest.Graph.Reconcile.Legs;

/// <summary>Pairings that a person confirmed or rejected, as legs.</summary>
internal sealed class PairingDecisions(IReadOnlyList<(int Debit, int Credit)> confirmed, IReadOnlySet<(int Debit, int Credit)> rejected)
{
    /// <summary>In the order of the decisions.</summary>
    public IReadOnlyList<(int Debit, int Credit)> Confirmed => confirmed;

    public bool Rejects(int debit, int credit) => rejected.Contains((debit, credit));
}

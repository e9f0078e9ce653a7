namespace FinInvest.Graph.Model.Results;

/// <summary>What of a target was traced from one victim's claims: property that law may have returned to its owner before anything is confiscated.</summary>
/// <param name="Victim">Id of the party, or "" where the register names none.</param>
/// <param name="Acts">Acts of the victim's claims, in the register's order.</param>
/// <param name="Paid">Minor units that the target received.</param>
/// <param name="Held">Of it, what is there at the as-of date.</param>
/// <param name="OriginMinor">Of Paid, what the register charged.</param>
public sealed record VictimAmount(string Target, string Currency, string Victim, IReadOnlyList<string> Acts, long Paid, long Held, long OriginMinor)
{
    /// <summary>The claims of a trace by victim, in the register's order; victims without an amount are left out.</summary>
    public static IReadOnlyList<VictimAmount> Of(Ledgers.OwnerTable owners, TargetTrace target)
    {
        ArgumentNullException.ThrowIfNull(owners);
        ArgumentNullException.ThrowIfNull(target);
        var amounts = new List<VictimAmount>();
        foreach (var victim in owners.Claims.GroupBy(c => c.Victim, StringComparer.Ordinal))
        {
            var labels = victim.Select(c => c.Label).ToHashSet(StringComparer.Ordinal);
            var paid = target.Paid.Where(o => labels.Contains(o.Owner)).ToList();
            var held = (target.Held ?? target.Paid).Where(o => labels.Contains(o.Owner)).Sum(o => o.Minor);
            if (paid.Count > 0 || held > 0)
            {
                amounts.Add(new VictimAmount(target.Target, target.Currency, victim.Key, [.. victim.Select(c => c.Act).Distinct(StringComparer.Ordinal)], paid.Sum(o => o.Minor), held,
                    paid.Sum(o => o.OriginMinor)));
            }
        }

        return amounts;
    }
}

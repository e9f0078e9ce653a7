using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace;

/// <summary>The register's marks by movement; one byte a movement says where there is something, so that the loop looks no further elsewhere.</summary>
internal sealed class MovementRoles
{
    public MovementRoles(Ledger ledger, Register register, bool withLinks)
    {
        Of = new MovementRole[ledger.Count];
        foreach (var mark in register.Claims)
        {
            Add(mark.Movement, MovementRole.Proceeds);
            ListOf(Claims, mark.Movement).Add(mark);
        }

        foreach (var mark in register.Claimants)
        {
            Add(mark.Movement, MovementRole.Claimant);
            Claimants[mark.Movement] = mark.Owner;
        }

        for (var a = 0; a < register.Acquisitions.Count; a++)
        {
            AddAcquisition(register.Acquisitions[a], a);
        }

        foreach (var reversal in register.Reversals)
        {
            Add(reversal.Movement, MovementRole.Reversal);
            Add(reversal.Of, MovementRole.Named);
            Reversals[reversal.Movement] = reversal;
        }

        foreach (var credit in withLinks ? register.Links.SelectMany(l => l.Credits) : [])
        {
            Add(credit, MovementRole.LinkCredit | MovementRole.Named);
        }
    }

    public MovementRole[] Of { get; }
    public Dictionary<int, List<ClaimMark>> Claims { get; } = [];
    public Dictionary<int, int> Claimants { get; } = [];

    /// <summary>Cost lines that a movement pays: acquisition and line, in the order of the register.</summary>
    public Dictionary<int, List<(int Acquisition, AcquisitionLine Line)>> CostLines { get; } = [];

    /// <summary>Acquisition whose sale a credit is.</summary>
    public Dictionary<int, int> Sales { get; } = [];
    public Dictionary<int, ReversalMark> Reversals { get; } = [];

    private void AddAcquisition(Acquisition acquisition, int index)
    {
        foreach (var line in acquisition.Lines.Where(l => l.Movement >= 0))
        {
            Add(line.Movement, MovementRole.CostLine);
            ListOf(CostLines, line.Movement).Add((index, line));
        }

        if (acquisition.SoldMovement >= 0)
        {
            Add(acquisition.SoldMovement, MovementRole.Sale);
            Sales[acquisition.SoldMovement] = index;
        }
    }

    private void Add(int movement, MovementRole role) => Of[movement] |= role;

    private static List<T> ListOf<T>(Dictionary<int, List<T>> lists, int movement)
    {
        if (!lists.TryGetValue(movement, out var list))
        {
            lists[movement] = list = [];
        }

        return list;
    }
}

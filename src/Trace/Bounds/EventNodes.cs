namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// Node numbers of the event network (definitions E1), in an order in which nearly all arcs lead upwards:
/// <code>
///  Crime Clean Unseen | legs in case order, between them the days of OUTSIDE and assets that are given away | assets, closing balances | Sink | gains
/// </code>
/// </summary>
internal sealed class EventNodes
{
    /// <summary>Source of the scored claims.</summary>
    public const int Crime = 0;

    /// <summary>Source of everything else that enters.</summary>
    public const int Clean = 1;

    /// <summary>Source of clean money that may have been there although no record shows it: counts for L only.</summary>
    public const int Unseen = 2;

    private readonly Dictionary<int, int> outside = [];

    /// <summary>The node of a leg that is left out.</summary>
    public const int None = -1;

    /// <param name="within">Accounts whose legs have nodes, and between which places.</param>
    /// <param name="byDay">One node an account and day instead of one a leg (definitions E5).</param>
    public EventNodes(Ledger ledger, Register register, PossibleCorridor within, bool byDay)
    {
        var next = Unseen + 1;
        var days = OutsideDays(ledger, register, within);
        var givenAway = GivenAway(ledger, register);
        Asset = new int[register.Acquisitions.Count];
        OfLeg = new int[ledger.Legs.Length];
        Arrives = new bool[ledger.Count];
        Array.Fill(OfLeg, None);
        var groups = new Dictionary<(int Account, int Day), int>();
        var day = 0;
        foreach (var p in within.Places)
        {
            var (account, legDay) = AccountAndDay(ledger, ledger.Legs[p]);
            if (p < within.From[account])
            {
                continue;
            }

            Arrives[ledger.Legs[p] >> 1] |= (ledger.Legs[p] & 1) == 1;
            for (; day < days.Length && days[day] < legDay; day++)
            {
                outside[days[day]] = next++;
            }

            if (givenAway.Count > 0 && givenAway.TryGetValue(p, out var acquisitions))
            {
                foreach (var a in acquisitions)
                {
                    Asset[a] = next++;
                }
            }

            if (!byDay)
            {
                OfLeg[p] = next++;
            }
            else if (groups.TryGetValue((account, legDay), out var node))
            {
                OfLeg[p] = node;
            }
            else
            {
                groups[(account, legDay)] = OfLeg[p] = next++;
            }
        }

        for (; day < days.Length; day++)
        {
            outside[days[day]] = next++;
        }

        for (var a = 0; a < Asset.Length; a++)
        {
            Asset[a] = Asset[a] == 0 ? next++ : Asset[a];
        }

        Balance = new int[ledger.Accounts.Count];
        for (var a = 0; a < Balance.Length; a++)
        {
            Balance[a] = within.Has(a) ? next++ : None;
        }

        Sink = next++;
        Count = next;
        Days = days;
    }

    /// <summary>Node by place in Legs, or <see cref="None"/>.</summary>
    public int[] OfLeg { get; }

    /// <summary>By movement: whether its credit leg has a node.</summary>
    public bool[] Arrives { get; }

    /// <summary>Node by acquisition.</summary>
    public int[] Asset { get; }

    /// <summary>Node of an account's closing balance, by account; <see cref="None"/> where the account is left out.</summary>
    public int[] Balance { get; }

    /// <summary>Days on which money goes to or comes from OUTSIDE, ascending.</summary>
    public int[] Days { get; }
    public int Sink { get; }

    /// <summary>Nodes without those of the gains, which follow.</summary>
    public int Count { get; }

    public int Outside(int day) => outside[day];

    /// <summary>The node of a target: an acquisition or "balance:ACCOUNT".</summary>
    /// <exception cref="ArgumentException">No such target.</exception>
    public int OfTarget(Ledger ledger, Register register, string target)
    {
        if (!target.StartsWith(BoundsCalculator.BalancePrefix, StringComparison.Ordinal))
        {
            return Asset[AcquisitionOf(register, target)];
        }

        var account = ledger.AccountIndex(target[BoundsCalculator.BalancePrefix.Length..]);
        return account >= 1 ? Balance[account] : throw new ArgumentException($"There is no account \"{target[BoundsCalculator.BalancePrefix.Length..]}\" in this case.");
    }

    /// <exception cref="ArgumentException">No such acquisition.</exception>
    public static int AcquisitionOf(Register register, string target)
    {
        for (var a = 0; a < register.Acquisitions.Count; a++)
        {
            if (register.Acquisitions[a].Key == target)
            {
                return a;
            }
        }

        throw new ArgumentException($"There is no acquisition \"{target}\" in this case.");
    }

    public static (int Account, int Day) AccountAndDay(Ledger ledger, int leg) => (leg & 1) == 0
        ? (ledger.Debited[leg >> 1], ledger.DebitDay[leg >> 1]) : (ledger.Credited[leg >> 1], ledger.CreditDay[leg >> 1]);

    private static int[] OutsideDays(Ledger ledger, Register register, PossibleCorridor within)
    {
        var days = new HashSet<int>(register.CashProceeds.Select(c => c.Day.Number));
        var shortfalls = ledger.Accounts.Select(a => a.Coverage == AccountCoverage.Unreconciled).ToArray();
        var (debit, credit) = (Day.NoneNumber, Day.NoneNumber);
        foreach (var m in within.Places.Select(p => ledger.Legs[p] >> 1))
        {
            if ((ledger.Credited[m] == LedgerAccount.Outside || shortfalls[ledger.Debited[m]]) && ledger.DebitDay[m] != debit)
            {
                days.Add(debit = ledger.DebitDay[m]);
            }

            if (ledger.Debited[m] == LedgerAccount.Outside && ledger.CreditDay[m] != credit)
            {
                days.Add(credit = ledger.CreditDay[m]);
            }
        }

        return [.. days.Order()];
    }

    /// <summary>Acquisitions by the place of the leg with which they are sold or exchanged.</summary>
    private static Dictionary<int, List<int>> GivenAway(Ledger ledger, Register register)
    {
        var at = new Dictionary<int, List<int>>();
        for (var a = 0; a < register.Acquisitions.Count; a++)
        {
            var sold = register.Acquisitions[a].SoldMovement;
            var next = Successor(register, a);
            var leg = sold >= 0 ? ledger.Position[(sold * 2) + 1]
                : next < 0 ? -1 : register.Acquisitions[next].Lines.Where(l => l.Movement >= 0).Select(l => ledger.Position[l.Movement * 2]).DefaultIfEmpty(-1).Min();
            if (leg >= 0)
            {
                at.TryAdd(leg, []);
                at[leg].Add(a);
            }
        }

        return at;
    }

    /// <summary>The next acquisition of the same asset, whose price is exchanged for this one; -1 where there is none or this one was sold to OUTSIDE.</summary>
    public static int Successor(Register register, int acquisition) =>
        acquisition + 1 < register.Acquisitions.Count && register.Acquisitions[acquisition].SoldMovement < 0
            && register.Acquisitions[acquisition + 1].Asset == register.Acquisitions[acquisition].Asset ? acquisition + 1 : -1;
}

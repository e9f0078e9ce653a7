using System.Runtime.CompilerServices;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// Accounts that may lie between the claims of any act and some targets, each with the places between which it may: never less than lies on the corridor
/// (definitions E2), whatever the order inside a day and through OUTSIDE too, found in a few passes over the legs without their network. Outside of these
/// places money that comes in is clean, and what is paid never comes to a target, so a network of these legs alone answers as the whole ledger's does.
/// <code>
///  account: legs ... | From ... Until | ...      before From it holds clean money only, after Until nothing of it comes to a target
/// </code>
/// Bounds of one asset in a million movements take a fifth of the time, or less.
/// </summary>
internal sealed class PossibleCorridor
{
    private const int Never = int.MaxValue;
    private readonly Ledger ledger;
    private readonly Register register;
    private readonly MovementRole[] roles;
    private readonly bool[] crosses;
    private readonly bool[] shortfalls;

    /// <summary>Movements that pay for an asset which its payee gives out of the case.</summary>
    private readonly HashSet<int> exchanges;

    private PossibleCorridor(Ledger ledger, Register register, MovementRole[] roles)
    {
        this.ledger = ledger;
        this.register = register;
        this.roles = roles;
        crosses = new bool[ledger.Count];
        shortfalls = [.. ledger.Accounts.Select(a => a.Coverage == AccountCoverage.Unreconciled)];
        exchanges = [.. register.Acquisitions.Where((_, i) => i > 0 && EventNodes.Successor(register, i - 1) == i).SelectMany(a => a.Lines).Select(l => l.Movement)];
        From = new int[ledger.Accounts.Count];
        Until = new int[ledger.Accounts.Count];
        Array.Fill(From, Never);
        Array.Fill(Until, -1);
    }

    /// <summary>By account the first place from which criminal money may be there.</summary>
    public int[] From { get; }

    /// <summary>By account the last place up to which its money may come to a target; below From where the account is left out.</summary>
    public int[] Until { get; }

    /// <summary>Places in Legs of the legs of these accounts up to Until, ascending; those before From say what the account holds.</summary>
    public int[] Places { get; private set; } = [];

    public bool Has(int account) => From[account] <= Until[account];

    /// <param name="targets">Acquisition keys or "balance:ACCOUNT".</param>
    public static PossibleCorridor Find(Reconciliation reconciliation, IEnumerable<string> targets, bool withLinks)
    {
        var (ledger, register) = (reconciliation.Ledger, reconciliation.Register);
        var found = new PossibleCorridor(ledger, register, new MovementRoles(ledger, register, withLinks: true).Of);
        IReadOnlyList<string> asked = [.. targets];
        var balances = found.FindUntil(asked, withLinks);

        // Of several targets it is asked too whether money of one may reach another.
        foreach (var account in asked.Count > 1 ? balances : [])
        {
            found.From[account] = 0;
        }

        found.FindFrom();
        foreach (var account in balances)
        {
            found.Include(account);
        }

        found.IncludeNamed();
        found.IncludePartners();
        found.Gather();
        return found;
    }

    /// <summary>All legs of all accounts.</summary>
    public static PossibleCorridor Whole(Reconciliation reconciliation)
    {
        var whole = new PossibleCorridor(reconciliation.Ledger, reconciliation.Register, []);
        for (var account = 1; account < whole.From.Length; account++)
        {
            whole.Include(account);
        }

        whole.Gather();
        return whole;
    }

    /// <summary>Against the order of legs from the targets; returns the accounts whose balances are targets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<int> FindUntil(IReadOnlyList<string> targets, bool withLinks)
    {
        var paid = PaidFor(targets, withLinks, out var balances);
        foreach (var account in balances)
        {
            Until[account] = Never - 1;
        }

        var group = new DayGroups(Until.Length, ascending: false);
        var outside = int.MinValue;
        var at = new LegSpans(ledger);
        var legs = at.Legs;
        for (var again = true; again;)
        {
            again = false;
            group.Restart();
            for (var place = legs.Length - 1; place >= 0; place--)
            {
                var leg = legs[place];
                var m = leg >> 1;
                var (account, day) = (at.Account(leg), at.Day(leg));
                var last = group.Edge(account, day, place);
                var leads = Until[account] >= place;
                if ((leg & 1) == 0)
                {
                    leads = leads || crosses[m] || (roles[m] != MovementRole.None && (paid.Contains(m) || (roles[m] & MovementRole.Named) != 0)) || (at.FacesOutside(leg) && day <= outside);
                }
                else
                {
                    leads = leads || (withLinks && (roles[m] & MovementRole.LinkCredit) != 0);
                    crosses[m] |= leads;
                }

                if (leads && day > outside && ((leg & 1) == 0 ? shortfalls[account] : at.FacesOutside(leg)))
                {
                    outside = day;
                    again = true;
                }

                if (leads && last > Until[account])
                {
                    Until[account] = last;
                    again |= last > place;
                }
            }
        }

        return balances;
    }

    /// <summary>In the order of legs from the claims, as far as their money may still come to a target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindFrom()
    {
        Array.Clear(crosses);
        var group = new DayGroups(From.Length, ascending: true);
        var outside = register.CashProceeds.Select(c => c.Day.Number).DefaultIfEmpty(Never).Min();
        var end = Math.Min(ledger.Legs.Length, Until.Max() + 1);
        var at = new LegSpans(ledger);
        var legs = at.Legs;
        for (var again = true; again;)
        {
            again = false;
            group.Restart();
            for (var place = 0; place < end; place++)
            {
                var leg = legs[place];
                var m = leg >> 1;
                var (account, day) = (at.Account(leg), at.Day(leg));
                var first = group.Edge(account, day, place);
                if (Until[account] < place)
                {
                    continue;
                }

                var reached = From[account] <= place;
                if ((leg & 1) == 1)
                {
                    reached = reached || crosses[m] || Begins(m) || (outside <= day && at.FacesOutside(leg));
                }
                else
                {
                    reached = reached || (outside <= day && shortfalls[account]);
                    crosses[m] |= reached;
                    if (day < outside && at.FacesOutside(leg) && (reached || (roles[m] != MovementRole.None && exchanges.Contains(m))))
                    {
                        outside = day;
                        again = true;
                    }
                }

                if (reached && first < From[account])
                {
                    From[account] = first;
                    again |= first < place;
                }
            }
        }
    }

    /// <summary>Movements that pay for a target, or for an asset that was given away again or that a link names.</summary>
    private HashSet<int> PaidFor(IReadOnlyList<string> targets, bool withLinks, out List<int> balances)
    {
        var wanted = new HashSet<int>(withLinks ? register.Links.SelectMany(l => l.Targets) : []);
        balances = [];
        foreach (var target in targets)
        {
            if (!target.StartsWith(BoundsCalculator.BalancePrefix, StringComparison.Ordinal))
            {
                wanted.Add(EventNodes.AcquisitionOf(register, target));
            }
            else if (ledger.AccountIndex(target[BoundsCalculator.BalancePrefix.Length..]) is var account and > 0)
            {
                balances.Add(account);
            }
        }

        return [.. register.Acquisitions.Where((a, i) => wanted.Contains(i) || a.SoldMovement >= 0 || EventNodes.Successor(register, i) >= 0)
            .SelectMany(a => a.Lines).Where(l => l.Movement >= 0).Select(l => l.Movement)];
    }

    /// <summary>A credit that may bring criminal money although no recorded payer holds any: named, or in exchange for an asset, or a payment that comes back.</summary>
    private bool Begins(int movement) => roles[movement] != MovementRole.None
        && ((roles[movement] & (MovementRole.Proceeds | MovementRole.Sale | MovementRole.Reversal | MovementRole.LinkCredit)) != 0 || exchanges.Contains(movement));

    private void Include(int account) => (From[account], Until[account]) = (0, Never - 1);

    /// <summary>The accounts of all that the register names: there arcs are more than a transfer.</summary>
    private void IncludeNamed()
    {
        for (var m = 0; m < roles.Length; m++)
        {
            if (roles[m] != MovementRole.None)
            {
                Include(ledger.Debited[m]);
                Include(ledger.Credited[m]);
            }
        }

        (From[LedgerAccount.Outside], Until[LedgerAccount.Outside]) = (Never, -1);
    }

    /// <summary>The other side of a movement that gains money or changes currency, so that its arcs are all there.</summary>
    private void IncludePartners()
    {
        var partners = new List<int>();
        var currency = CurrencyNumbers.Of(ledger);
        var mayGain = !ledger.CreditMinor.IsSameAs(ledger.DebitMinor) || currency.Max() > 1;
        for (var m = 0; m < ledger.Count && mayGain; m++)
        {
            var (from, to) = (ledger.Debited[m], ledger.Credited[m]);
            if (from != LedgerAccount.Outside && to != LedgerAccount.Outside && (Has(from) || Has(to)) && (ledger.CreditMinor[m] > ledger.DebitMinor[m] || currency[from] != currency[to]))
            {
                partners.AddRange([from, to]);
            }
        }

        foreach (var partner in partners)
        {
            Include(partner);
        }
    }

    private void Gather()
    {
        var places = new List<int>();
        var at = new LegSpans(ledger);
        for (var place = 0; place < at.Legs.Length; place++)
        {
            if (at.Account(at.Legs[place]) is var account && Has(account) && place <= Until[account])
            {
                places.Add(place);
            }
        }

        Places = [.. places];
    }

    /// <summary>
    /// The first (or last) place of an account's day, met while legs are walked: inside a day any order counts. An account whose days do not keep the order
    /// of its legs counts as one day from there on.
    /// </summary>
    private sealed class DayGroups(int accounts, bool ascending)
    {
        private readonly int[] edge = new int[accounts];
        private readonly int[] lastDay = new int[accounts];
        private readonly bool[] isUnordered = new bool[accounts];

        public void Restart() => Array.Fill(lastDay, ascending ? int.MinValue : int.MaxValue);

        public int Edge(int account, int day, int place)
        {
            if (day != lastDay[account])
            {
                isUnordered[account] |= ascending ? day < lastDay[account] : day > lastDay[account];
                (lastDay[account], edge[account]) = (day, place);
            }

            return isUnordered[account] ? ascending ? 0 : Never - 1 : edge[account];
        }
    }
}

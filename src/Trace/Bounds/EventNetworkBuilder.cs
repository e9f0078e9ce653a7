using System.Numerics;
using FinInvest.Graph.Model.Values;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>One scan over the legs in case order that recomputes every balance and debt and writes the event network.</summary>
internal sealed partial class EventNetworkBuilder<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly BoundsOptions options;
    private readonly Ledger ledger;
    private readonly Register register;
    private readonly MovementRoles roles;
    private readonly PossibleCorridor within;

    /// <summary>Node of the debit by movement; 0 = none.</summary>
    private readonly int[] debitNode;
    private readonly EventNodes nodes;
    private readonly EventNetwork<T> network;
    private readonly DayBatch? batch;
    private readonly ReturnedPayments returned;
    private readonly bool[] scored;
    private readonly bool allScored;
    private readonly T[] factor;
    private readonly long[] balance;
    private readonly bool[] makesDebt;
    private readonly int[] lastPlace;
    private readonly int[] finalPlace;

    /// <summary>Accounts whose money leaves in another currency than the targets', with no rate between them.</summary>
    private readonly bool[] isForeign;
    private readonly HopProof? proof;
    private readonly DoubtedClaims<T>? doubts;

    private EventNetworkBuilder(Reconciliation reconciliation, BoundsOptions options, PossibleCorridor within, bool byDay, string home, HopProof? proof)
    {
        this.within = within;
        this.options = options;
        this.proof = proof;
        doubts = proof is null ? null : new DoubtedClaims<T>();
        ledger = reconciliation.Ledger;
        register = reconciliation.Register;
        roles = new MovementRoles(ledger, register, options.WithLinks);
        nodes = new EventNodes(ledger, register, within, byDay);
        var units = new ExchangeUnits<T>(reconciliation);
        network = new EventNetwork<T>(reconciliation, nodes, units, within);
        returned = new ReturnedPayments(ledger, roles);
        batch = byDay ? new DayBatch(ledger) : null;
        scored = [.. register.Owners.Claims.Select(c => options.Acts is null || options.Acts.Contains(c.Act))];
        allScored = scored.All(s => s);
        balance = new long[ledger.Accounts.Count];
        (factor, isForeign, makesDebt) = (new T[balance.Length], new bool[balance.Length], new bool[balance.Length]);
        for (var a = 1; a < balance.Length; a++)
        {
            if (within.Has(a))
            {
                var account = ledger.Accounts[a];
                factor[a] = units.Factor(account.Currency);
                isForeign[a] = units.Missing.Count > 0 && home.Length > 0 && account.Currency != home;
                makesDebt[a] = account.Coverage != AccountCoverage.Unreconciled;
            }
        }

        debitNode = new int[ledger.Count];
        lastPlace = new int[balance.Length];
        Array.Fill(lastPlace, -1);
        finalPlace = new int[balance.Length];
        foreach (var p in within.Places)
        {
            finalPlace[EventNodes.AccountAndDay(ledger, ledger.Legs[p]).Account] = p;
        }
    }

    /// <param name="within">Accounts whose events are in it: all that may lie between the claims and the targets asked about.</param>
    /// <param name="byDay">The day-batch network (definitions E5) instead of the recorded order.</param>
    /// <param name="home">Currency of the targets; matters where the case states no rate for one of several.</param>
    /// <param name="proof">Hops that are not proved turn what crosses them into clean money (definitions E7); null = all are.</param>
    public static EventNetwork<T> Build(Reconciliation reconciliation, BoundsOptions options, PossibleCorridor within, bool byDay, string home = "", HopProof? proof = null)
    {
        var builder = new EventNetworkBuilder<T>(reconciliation, options, within, byDay, home, proof);
        builder.Scan();
        return builder.network;
    }

    private void Scan()
    {
        for (var d = 1; d < nodes.Days.Length; d++)
        {
            network.Add(nodes.Outside(nodes.Days[d - 1]), nodes.Outside(nodes.Days[d]), Unlimited, -1);
        }

        foreach (var cash in register.CashProceeds)
        {
            network.Add(scored[cash.Owner - register.Owners.FirstClaim] ? EventNodes.Crime : EventNodes.Clean, nodes.Outside(cash.Day.Number), Unlimited, -1);
        }

        BuyOnLoan();
        foreach (var place in within.Places)
        {
            var movement = ledger.Legs[place] >> 1;
            if (nodes.OfLeg[place] == EventNodes.None)
            {
                PassOver(place, ledger.Legs[place]);
            }
            else if ((ledger.Legs[place] & 1) == 0)
            {
                Debit(place, movement, ledger.Debited[movement]);
            }
            else
            {
                Credit(place, movement, ledger.Credited[movement]);
            }
        }

        for (var a = 1; a < balance.Length; a++)
        {
            if (lastPlace[a] >= 0 && balance[a] > 0)
            {
                network.Add(nodes.OfLeg[lastPlace[a]], nodes.Balance[a], Value(a, balance[a]), EventNetwork<T>.HeldAfter(lastPlace[a]));
            }
        }

        batch?.Raise(network, nodes, factor);
        network.AssertBalanced();
        doubts?.Add(network);
        if (options.WithLinks)
        {
            network.AddLinks();
        }
    }

    /// <summary>More than all that ever moves.</summary>
    private static T Unlimited => T.CreateChecked(long.MaxValue / 4);

    private T Value(int account, long minor) => checked(T.CreateChecked(minor) * factor[account]);

    /// <summary>A leg at which the account holds nothing but clean money: only what it comes to counts.</summary>
    private void PassOver(int place, int leg)
    {
        var movement = leg >> 1;
        if ((leg & 1) == 0)
        {
            var account = ledger.Debited[movement];
            balance[account] = ledger.Kind[movement] == MovementKind.GapOut ? 0 : AfterDebit(account, ledger.DebitMinor[movement], out _);
            lastPlace[account] = place;
        }
        else
        {
            var account = ledger.Credited[movement];
            balance[account] = ledger.Kind[movement] == MovementKind.OpeningDebt ? -ledger.CreditMinor[movement] : checked(balance[account] + ledger.CreditMinor[movement]);
            lastPlace[account] = place;
        }
    }

    /// <summary>The balance after a debit. Without a statement an account makes no debt.</summary>
    private long AfterDebit(int account, long minor, out long unfunded)
    {
        var before = balance[account];
        unfunded = minor - Math.Clamp(before, 0, minor);
        return makesDebt[account] ? checked(before - minor) : before - (minor - unfunded);
    }

    /// <summary>The node that held the balance before this event.</summary>
    private int NodeBefore(int account) => nodes.OfLeg[lastPlace[account]] is var node and not EventNodes.None ? node : EventNodes.Clean;

    /// <summary>Holds the balance over from the account's previous event to this one; debt is not held, it is owed.</summary>
    private int Enter(int place, int account)
    {
        var node = nodes.OfLeg[place];
        if (lastPlace[account] >= 0 && balance[account] > 0)
        {
            network.Add(NodeBefore(account), node, Value(account, balance[account]), EventNetwork<T>.HeldAfter(lastPlace[account]));
        }

        // Without a statement another order of a day leaves another shortfall, so that more may be held over (definitions A7, D6).
        if (batch is not null && lastPlace[account] >= 0 && !makesDebt[account] && batch.IsOrderOpen(account))
        {
            network.Add(NodeBefore(account), node, Unlimited, EventNetwork<T>.HeldAfter(lastPlace[account]), beyond: true);
        }

        batch?.Enter(place, account, balance[account]);
        lastPlace[account] = place;
        return node;
    }

    private void Debit(int place, int movement, int account)
    {
        var node = Enter(place, account);
        debitNode[movement] = node;
        var minor = ledger.DebitMinor[movement];
        if (ledger.Kind[movement] == MovementKind.GapOut)
        {
            LeaveAtGap(place, movement, account, node);
            return;
        }

        balance[account] = AfterDebit(account, minor, out var unfunded);
        if (makesDebt[account])
        {
            network.Add(EventNodes.Clean, node, Value(account, unfunded), place);
        }
        else
        {
            // Nobody knows who paid the shortfall, nor what else was there (definitions A7).
            network.Add(nodes.Outside(ledger.DebitDay[movement]), node, Value(account, unfunded), place);
            network.Add(EventNodes.Unseen, node, Value(account, checked(minor + balance[account])), place, beyond: true);
        }

        batch?.Debit(place, account, balance[account]);
        Spend(place, movement, account, node, minor);
    }

    private void LeaveAtGap(int place, int movement, int account, int node)
    {
        var held = Math.Max(0, balance[account]);
        if (held != ledger.DebitMinor[movement] && balance[account] >= 0)
        {
            throw new InvalidOperationException($"{Name(movement)} takes {ledger.DebitMinor[movement]} out at a gap, but account {ledger.Accounts[account].Id} holds {held}.");
        }

        var from = node;
        if (place == finalPlace[account] && ledger.Accounts[account].IsLastDay(new Day(ledger.DebitDay[movement])))
        {
            from = nodes.Balance[account];
            network.Add(node, from, Value(account, held), EventNetwork<T>.HeldAfter(place));
        }

        network.Add(from, nodes.Outside(ledger.DebitDay[movement]), Value(account, held), place);
        ReturnAsAny(account, from, movement);
        balance[account] = 0;
        batch?.Debit(place, account, 0);
    }

    /// <summary>Where a debit goes that does not stay for its own credit leg: OUTSIDE, the bank's fee, assets.</summary>
    private void Spend(int place, int movement, int account, int node, long minor)
    {
        var rest = minor;
        if ((roles.Of[movement] & MovementRole.CostLine) != 0)
        {
            rest -= PayCostLines(place, movement, account, node);
        }

        rest -= returned.Of(movement);

        if (ledger.Kind[movement] == MovementKind.BankFee)
        {
            network.Add(node, nodes.Sink, Value(account, rest), place);
        }
        else if (ledger.Credited[movement] == LedgerAccount.Outside)
        {
            network.Add(node, nodes.Outside(ledger.DebitDay[movement]), Value(account, rest), place);
            ReturnAsAny(account, node, movement);
        }
        else if (!nodes.Arrives[movement])
        {
            network.Add(node, nodes.Sink, Value(account, rest), place);
        }
    }

    /// <summary>An arc that is a hop of the money: a transfer, or the purchase of an asset.</summary>
    private void Cross(int from, int to, T amount, int place, int movement, string bought = "")
    {
        if (!Fails(from, movement, bought))
        {
            network.Add(from, to, amount, place);
            return;
        }

        doubts!.Begin(to);
        network.Add(from, nodes.Sink, amount, place);
        network.Add(EventNodes.Clean, to, amount, place);
    }

    private bool Fails(int from, int movement, string bought = "") =>
        proof is not null && (bought.Length > 0 ? proof.FailsPurchase(from, movement, bought) : proof.FailsTransfer(from, movement));

    private void ReturnAsAny(int account, int on, int movement)
    {
        if (isForeign[account])
        {
            network.AddReturn(on, nodes.Outside(ledger.DebitDay[movement]), Unlimited);
        }
    }

    private string Name(int movement) => $"Movement {movement} ({string.Join(", ", ledger.RowsOf(movement).ToArray().Select(r => r.ToString()))})";
}

using System.Numerics;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>Credit legs: what comes in from where, what repays debt.</summary>
internal sealed partial class EventNetworkBuilder<T>
    where T : struct, IBinaryInteger<T>
{
    private void Credit(int place, int movement, int account)
    {
        var node = Enter(place, account);
        var minor = ledger.CreditMinor[movement];
        var before = balance[account];
        if (ledger.Kind[movement] == MovementKind.OpeningDebt)
        {
            balance[account] = -minor;
            batch?.Restart(place, account, balance[account]);
            return;
        }

        switch (ledger.Kind[movement])
        {
            case MovementKind.Opening:
            case MovementKind.GapReturn:
                network.Add(nodes.Outside(ledger.CreditDay[movement]), node, Value(account, minor), place);
                break;
            case MovementKind.Interest:
                network.AddGain(node, node, Value(account, minor), place, Wideness.Interest);
                break;
            default:
                Arrive(place, movement, account, node, minor);
                break;
        }

        var repaid = Math.Min(minor, Math.Max(0, -before));
        network.Add(node, nodes.Sink, Value(account, repaid), place);
        balance[account] = checked(before + minor);
        if (!makesDebt[account])
        {
            network.Add(EventNodes.Unseen, node, Value(account, balance[account]), place, beyond: true);
        }

        batch?.Credit(place, account, minor, repaid, balance[account]);
    }

    private void Arrive(int place, int movement, int account, int node, long minor)
    {
        var into = Value(account, minor);
        if ((roles.Of[movement] & MovementRole.Proceeds) != 0)
        {
            into -= Name(place, movement, account, node, minor, out var taken);
            ArriveUnnamed(place, movement, account, node, into, taken);
            return;
        }

        ArriveUnnamed(place, movement, account, node, into, T.Zero);
    }

    /// <summary>
    /// Sources of the named part (definitions B2). Its value; <paramref name="taken"/> of the payer's money leaves for it where the claims of all acts are
    /// scored together. For some acts only, a named credit with a recorded payer is both a wildcard and the payer's full amount (E5).
    /// </summary>
    private T Name(int place, int movement, int account, int node, long minor, out T taken)
    {
        var crime = 0L;
        var clean = 0L;
        var unproved = 0L;
        foreach (var mark in roles.Claims[movement])
        {
            var named = Math.Min(minor, mark.Minor);
            crime = scored[mark.Owner - register.Owners.FirstClaim] ? Math.Min(minor, crime + named) : crime;
            clean = scored[mark.Owner - register.Owners.FirstClaim] ? clean : Math.Min(minor, clean + named);
            unproved += scored[mark.Owner - register.Owners.FirstClaim] && proof?.FailsProceeds(movement, register.Owners.Labels[mark.Owner]) == true ? named : 0;
        }

        unproved = Math.Min(crime, unproved);
        if (ledger.Debited[movement] is var payer && payer != LedgerAccount.Outside)
        {
            doubts?.NameAgain(debitNode[movement], node, Value(account, crime - unproved));
        }

        if (unproved > 0)
        {
            doubts?.Begin(node);
        }

        var wildcard = !allScored && ledger.Debited[movement] != LedgerAccount.Outside;
        network.Add(EventNodes.Crime, node, Value(account, crime - unproved), place, beyond: wildcard);
        if (wildcard)
        {
            network.Wide.Add((node, Wideness.ActAlone));
            network.Add(EventNodes.Unseen, node, Value(account, Math.Min(minor, crime + clean)), place, beyond: true);
            taken = T.Zero;
            return T.Zero;
        }

        clean = Math.Min(clean, minor - crime);
        network.Add(EventNodes.Clean, node, Value(account, clean + unproved), place);
        taken = Value(account, crime + clean);
        return taken;
    }

    private void ArriveUnnamed(int place, int movement, int account, int node, T into, T taken)
    {
        var role = roles.Of[movement];
        var payer = ledger.Debited[movement];
        if (payer == LedgerAccount.Outside)
        {
            if ((role & MovementRole.Sale) != 0)
            {
                Sell(place, movement, roles.Sales[movement], account, node, into);
                return;
            }

            if ((role & MovementRole.Reversal) != 0)
            {
                into -= ComeBack(place, movement, node, into);
            }

            // An identified beneficiary's money is its own; all else that OUTSIDE pays may be what went in (definitions B1, E4).
            network.Add((role & MovementRole.Claimant) != 0 ? EventNodes.Clean : nodes.Outside(ledger.CreditDay[movement]), node, into, place);
            return;
        }

        if (debitNode[movement] is var from && from == 0)
        {
            // The payer held clean money only.
            network.Add(EventNodes.Clean, node, into, place);
            return;
        }

        var paid = Value(payer, ledger.DebitMinor[movement]);
        if ((role & MovementRole.CostLine) != 0)
        {
            var swapped = PayeeSide(place, movement, payer, node, T.Min(into, paid));
            into -= T.Min(into, swapped);
            paid -= Value(payer, Math.Min(ledger.DebitMinor[movement], LinesOf(movement)));
        }

        taken = T.Min(taken, paid);
        network.Add(from, nodes.Sink, taken, place);
        var carried = T.Min(paid - taken, into);
        network.Add(from, nodes.Sink, paid - taken - carried, place);
        if (factor[payer] != factor[account] || (network.Units.Missing.Count > 0 && ledger.Accounts[payer].Currency != ledger.Accounts[account].Currency))
        {
            Convert(from, node, carried, into, factor[account], place, movement);
            return;
        }

        Cross(from, node, carried, place, movement);
        network.AddGain(from, node, into - carried, place, Wideness.Gain);
    }

    /// <summary>A leg that changes currency: rounding may add one minor unit to any owner, but no more arrives than was credited (definitions E3).</summary>
    private void Convert(int from, int node, T carried, T into, T rounding, int place, int movement)
    {
        if (Fails(from, movement))
        {
            doubts!.Begin(node);
            network.Add(from, nodes.Sink, carried, place);
            network.Add(EventNodes.Clean, node, into, place);
            return;
        }

        var leg = network.Network.AddNode();
        network.Add(from, leg, carried, place);
        network.AddGain(from, leg, into - carried, place, Wideness.CurrencyLeg);
        network.AddGain(from, leg, rounding, place, Wideness.CurrencyLeg, beyond: true);
        network.Add(leg, node, into, place);
    }

    /// <summary>A payment that left the case and is reversed brings back what it took out, by no detour through OUTSIDE (definitions C8); its value.</summary>
    private T ComeBack(int place, int movement, int node, T most)
    {
        var (undone, minor) = returned.By(movement);
        if (minor == 0)
        {
            return T.Zero;
        }

        var payer = ledger.Debited[undone];
        var from = nodes.OfLeg[ledger.Position[undone * 2]];
        var value = T.Min(Value(payer, minor), most);
        Cross(from, node, value, place, movement);
        network.Add(from, nodes.Outside(ledger.DebitDay[undone]), Value(payer, minor) - value, place);
        return value;
    }
}

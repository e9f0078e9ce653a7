using System.Numerics;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>Acquisitions are exchanges (definitions C3, C4): the payment goes to the asset's node, the payee gets what the asset was before.</summary>
internal sealed partial class EventNetworkBuilder<T>
    where T : struct, IBinaryInteger<T>
{
    private void BuyOnLoan()
    {
        for (var a = 0; a < register.Acquisitions.Count; a++)
        {
            foreach (var line in register.Acquisitions[a].Lines.Where(l => l.Movement < 0))
            {
                network.Add(EventNodes.Clean, nodes.Asset[a], AssetValue(a, line.Minor), -1);
            }
        }
    }

    private T AssetValue(int acquisition, long minor) => checked(T.CreateChecked(minor) * network.Units.Factor(register.Acquisitions[acquisition].Currency));

    private long LinesOf(int movement) => roles.CostLines[movement].Sum(l => l.Line.Minor);

    /// <summary>Moves each line's part of the payment onto its asset; how much of the payment that is.</summary>
    private long PayCostLines(int place, int movement, int account, int node)
    {
        var paid = 0L;
        foreach (var (acquisition, line) in roles.CostLines[movement])
        {
            Cross(node, nodes.Asset[acquisition], Value(account, line.Minor), place, movement, register.Acquisitions[acquisition].Asset);
            paid = checked(paid + line.Minor);
            if (ledger.Credited[movement] == LedgerAccount.Outside && Former(acquisition, line) is { } former)
            {
                network.Add(nodes.Asset[former], nodes.Outside(ledger.DebitDay[movement]), FormerPart(former, acquisition, line), place);
                ReturnAsAny(account, nodes.Asset[former], movement);
            }
        }

        if (paid > ledger.DebitMinor[movement])
        {
            throw new InvalidOperationException($"{Name(movement)} pays {ledger.DebitMinor[movement]}, but its cost lines add up to {paid}.");
        }

        return paid;
    }

    /// <summary>What the payee of cost lines is credited with; its value.</summary>
    private T PayeeSide(int place, int movement, int payer, int node, T most)
    {
        var sum = T.Zero;
        foreach (var (acquisition, line) in roles.CostLines[movement])
        {
            var price = T.Min(Value(payer, line.Minor), most - sum);
            sum += price;
            if (Former(acquisition, line) is not { } former)
            {
                network.Add(EventNodes.Clean, node, price, place);
                continue;
            }

            Exchange(place, movement, former, node, FormerPart(former, acquisition, line), price, network.Units.Factor(ledger.Accounts[ledger.Credited[movement]].Currency));
        }

        return sum;
    }

    /// <summary>An asset sold for money: its node pays the credit.</summary>
    private void Sell(int place, int movement, int acquisition, int account, int node, T into) =>
        Exchange(place, movement, acquisition, node, AssetValue(acquisition, register.Acquisitions[acquisition].Cost), into, factor[account]);

    /// <summary>Value out of an asset becomes value into an account: the excess is a gain, the shortfall is lost (definitions E3).</summary>
    private void Exchange(int place, int movement, int acquisition, int node, T outgoing, T into, T receiving)
    {
        var from = nodes.Asset[acquisition];
        var carried = T.Min(outgoing, into);
        network.Add(from, nodes.Sink, outgoing - carried, place);
        if (network.Units.Factor(register.Acquisitions[acquisition].Currency) != receiving || network.Units.Missing.Count > 0)
        {
            Convert(from, node, carried, into, receiving, place, movement);
            return;
        }

        Cross(from, node, carried, place, movement);
        network.AddGain(from, node, into - carried, place, Wideness.Gain);
    }

    /// <summary>The acquisition that a price line's payee gives in exchange, or null: then it gives what is its own.</summary>
    private int? Former(int acquisition, AcquisitionLine line) =>
        line.Kind == "price" && acquisition > 0 && EventNodes.Successor(register, acquisition - 1) == acquisition ? acquisition - 1 : null;

    /// <summary>Each instalment takes its part of what the asset was, the last one the rest.</summary>
    private T FormerPart(int former, int acquisition, AcquisitionLine line)
    {
        var prices = register.Acquisitions[acquisition].Lines.Where(l => l.Kind == "price").ToList();
        var there = (Int128)register.Acquisitions[former].Cost;
        var total = (Int128)prices.Sum(l => l.Minor);
        var part = there * line.Minor / total;
        if (ReferenceEquals(prices[^1], line))
        {
            part = there - prices.Take(prices.Count - 1).Aggregate(Int128.Zero, (sum, l) => sum + (there * l.Minor / total));
        }

        return AssetValue(former, (long)part);
    }
}

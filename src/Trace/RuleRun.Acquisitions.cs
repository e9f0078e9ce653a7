using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>Acquisitions are exchanges: the payment's composition moves onto the asset, the asset's former composition to the payee (definitions C3, C4).</summary>
internal sealed partial class RuleRun
{
    private readonly Holding[] holdings;

    private void BuyOnLoan()
    {
        foreach (var holding in holdings)
        {
            foreach (var line in holding.Acquisition.Lines.Where(l => l.Movement < 0))
            {
                part.Add(OwnerTable.Bank, line.Minor, 0);
                books.In(OwnerTable.Bank, line.Minor);
                Receive(holding, FlowLog.NoHop);
            }
        }
    }

    /// <summary>Moves each cost line's part of the payment in hand onto its asset and puts what the payee gets for it into the hand.</summary>
    private void Acquire(int movement)
    {
        var toPayee = NewPortion();
        foreach (var (index, line) in roles.CostLines[movement])
        {
            var holding = holdings[index];
            Check(movement, ledger.Debited[movement], line.Minor <= hand.Total);
            hand.TakeInto(part, line.Minor);
            Receive(holding, flow is null ? FlowLog.NoHop : flow.NamedHop("purchase", movement, target: holding.Acquisition.Asset));
            if (line.Kind == "price")
            {
                TakeFormer(index, line.Minor, toPayee, movement);
            }
            else
            {
                toPayee.Add(OwnerTable.Own, line.Minor, 0);
                books.In(OwnerTable.Own, line.Minor);
            }
        }

        var hop = flow is null ? FlowLog.NoHop : TransferHop(movement);
        hand.MoveInto(part, hop);
        toPayee.MoveInto(part, hop);
        part.Seal();
        part.HandOver(hand);
    }

    private void Receive(Holding holding, int hop)
    {
        part.Seal();
        for (var i = 0; i < part.Count; i++)
        {
            var owner = part.Owners[i];
            holding.Paid[owner] += part.Minors[i];
            holding.PaidOrigin[owner] += part.Origins[i];
            if (flow is not null && owner >= owners.FirstClaim)
            {
                holding.Arcs.Add((part.Nodes[i], part.Minors[i], owner, hop));
            }
        }

        part.MoveInto(holding.Held, hop);
        holding.Held.Seal();
    }

    /// <summary>The payee's side: each instalment brings its part of the former composition scaled to the price, the last one the rest.</summary>
    private void TakeFormer(int index, long price, Portion toPayee, int movement)
    {
        var holding = holdings[index];
        holding.PriceLeft -= price;
        var former = index > 0 && holdings[index - 1].Acquisition.Asset == holding.Acquisition.Asset ? holdings[index - 1] : null;
        var there = former is null || former.Sold ? 0 : former.FormerTotal ??= former.Held.Total;
        var instalment = there == 0 ? 0 : holding.PriceLeft == 0 ? former!.Held.Total : Math.Min(former!.Held.Total, RateableSplit.MultiplyDivide(there, price, holding.Price, out _));
        if (instalment == 0)
        {
            toPayee.Add(OwnerTable.Own, price, 0);
            books.In(OwnerTable.Own, price);
            return;
        }

        var piece = NewPortion();
        former!.Held.TakeInto(piece, instalment);
        piece.Seal();
        Scale(piece, price);
        piece.MoveInto(toPayee, flow is null ? FlowLog.NoHop : TransferHop(movement));
        toPayee.Seal();
    }

    /// <summary>A sale for money: the asset's composition, scaled to the price, is the credit. False where nothing is held of it.</summary>
    private bool SellFor(int movement, long price)
    {
        var holding = holdings[roles.Sales[movement]];
        if (holding.Held.Total == 0)
        {
            return false;
        }

        holding.Sold = true;
        holding.Held.MoveInto(hand, flow is null ? FlowLog.NoHop : TransferHop(movement));
        hand.Seal();
        Scale(hand, price);
        return true;
    }
}

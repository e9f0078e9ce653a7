using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>Credits that the register names: proceeds of an episode, money of another claimant (definitions B1, B2).</summary>
internal sealed partial class RuleRun
{
    /// <summary>By owner and currency of the credit: minor units of two currencies are never added.</summary>
    private readonly Dictionary<(int Owner, string Currency), long> newlyLabelled = [];

    private void Label(int movement, long minor, MovementRole role)
    {
        if ((role & MovementRole.Proceeds) != 0)
        {
            // What is already a claim counts first, once for all marks of this credit.
            var already = hand.OfClass(claims: true);
            foreach (var mark in roles.Claims[movement])
            {
                var named = Math.Min(minor, mark.Minor);
                var counted = Math.Min(already, named);
                already -= counted;
                var label = Math.Min(named - counted, hand.OfClass(claims: false));
                var place = (mark.Owner, ledger.Accounts[ledger.Credited[movement]].Currency);
                newlyLabelled[place] = newlyLabelled.GetValueOrDefault(place) + label;
                Give(mark.Owner, label, flow is null ? FlowLog.NoHop : flow.NamedHop("proceeds", movement, owners.Labels[mark.Owner]));
                books.In(mark.Owner, label, label);
            }
        }

        if ((role & MovementRole.Claimant) != 0)
        {
            var label = hand.OfClass(claims: false);
            Give(roles.Claimants[movement], label, FlowLog.NoHop);
            books.In(roles.Claimants[movement], label);
        }
    }

    /// <summary>The labelled part leaves its payer into the sink "taken".</summary>
    private void Give(int owner, long label, int hop)
    {
        if (label > 0)
        {
            hand.Relabel(scratch, owner, label, hop, (loser, lost) => books.Out(loser, lost));
        }
    }
}

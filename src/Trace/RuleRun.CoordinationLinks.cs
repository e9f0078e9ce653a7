using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>Backward tracing by a coordination link: claim money of a later credit takes the place of free money in an asset (definitions C7).</summary>
internal sealed partial class RuleRun
{
    /// <summary>Swaps what of this credit has just repaid debt (in part), then what goes into the account (in hand); earliest target first.</summary>
    private void SwapIntoTargets(int movement)
    {
        foreach (var target in register.Links.Where(l => l.Credits.Contains(movement)).SelectMany(l => l.Targets))
        {
            var held = holdings[target].Held;
            Swap(part, held);
            Swap(hand, held);
            part.Seal();
            hand.Seal();
            held.Seal();
        }
    }

    private void Swap(Portion credit, Portion target)
    {
        var swapped = Math.Min(credit.OfClass(claims: true), target.OfClass(claims: false));
        if (swapped > 0)
        {
            var free = NewPortion();
            target.TakeClassInto(free, claims: false, swapped);
            credit.TakeClassInto(target, claims: true, swapped);
            free.MoveInto(credit);
        }
    }
}

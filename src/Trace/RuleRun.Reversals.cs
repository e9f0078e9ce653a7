using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Columns;

namespace FinInvest.Graph.Trace;

/// <summary>Reversals undo a transfer: from its parcel at the receiver, back into the parcels it came from at the sender (definitions C8).</summary>
internal sealed partial class RuleRun
{
    private void TakeForReversal(int movement, int account, long funded) => throw new NotSupportedException();

    private void Remember(int movement, long unfunded) => throw new NotSupportedException();

    private bool ReturnFromOutside(int movement, long minor) => throw new NotSupportedException();

    private long RepayAndRestore(int movement, int account) => throw new NotSupportedException();
}

namespace FinInvest.Graph.Present.Charts;

/// <summary>How a sum divides over the three classes of owners, in minor units; drawn as a strip with one colour and pattern a class.</summary>
public sealed record ClassStrip(long Claim, long Other, long Free)
{
    public static ClassStrip Of(IEnumerable<OwnedAmount> owners)
    {
        var sums = new long[3];
        foreach (var o in owners)
        {
            sums[(int)o.Class] += o.Minor;
        }

        return new ClassStrip(sums[(int)OwnerClass.Claim], sums[(int)OwnerClass.OtherClaimant], sums[(int)OwnerClass.Free]);
    }

    public Int128 Total => (Int128)Claim + Other + Free;
}

using FinInvest.Graph.Tests.Ledgers;
using Xunit;

namespace FinInvest.Graph.Tests.Ledgers;

public class LedgerDraftTests
{
    [Fact]
    public void A_transfer_between_two_accounts_has_a_debit_leg_before_its_credit_leg()
    {
        var r = CaseText.Parse("""
            +X 100 K
            X>Y 60
            -Y 60 car
            """);
        Assert.Equal([1, 2, 3, 4], r.Ledger.Legs);
        Assert.Equal("car#0", Assert.Single(r.Register.Acquisitions).Key);
        Assert.Equal(60, r.Register.Acquisitions[0].Cost);
    }
}

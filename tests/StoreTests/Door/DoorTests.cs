using FinInvest.Graph.Store;
using Xunit;

namespace FinInvest.Graph.StoreTests.Door;

public class DoorTests
{
    [Fact]
    public void A_request_for_the_whole_case_names_no_account() => Assert.Null(LedgerRequest.WholeCase(new CaseVersion(1, 0)).Accounts);
}

using FinInvest.Graph.StoreTests.Compliance;

namespace FinInvest.Graph.StoreTests.Embedded;

public class EmbeddedComplianceTests : CaseGraphCompliance
{
    protected override ValueTask<OpenCase> OpenAsync() => ValueTask.FromResult<OpenCase>(new EmbeddedOpenCase());

    protected override int MixedCases => 12;
}

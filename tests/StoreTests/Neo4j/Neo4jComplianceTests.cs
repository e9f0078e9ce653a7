using FinInvest.Graph.StoreTests.Compliance;
using FinInvest.Graph.StoreTests.Kill;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j;

/// <summary>The compliance suite on a real Neo4j server.</summary>
[Collection(ProcessesCollection.Name)]
public sealed class Neo4jComplianceTests(Neo4jServer server) : CaseGraphCompliance
{
    protected override async ValueTask<OpenCase> OpenAsync() => await Neo4jOpenCase.MakeAsync(server);
}

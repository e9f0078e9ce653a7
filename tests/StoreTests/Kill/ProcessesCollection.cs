using FinInvest.Graph.StoreTests.Neo4j;
using Xunit;

namespace FinInvest.Graph.StoreTests.Kill;

/// <summary>Tests that start, race and kill processes run one after another and beside nothing else. The Neo4j server among them is started by the first test that asks for it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessesCollection : ICollectionFixture<Neo4jServer>
{
    public const string Name = "processes";
}

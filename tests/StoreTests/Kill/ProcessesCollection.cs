using Xunit;

namespace FinInvest.Graph.StoreTests.Kill;

/// <summary>Tests that start, race and kill processes run one after another and beside nothing else.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class ProcessesCollection
{
    public const string Name = "processes";
}

using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>Tests that start hosts and processes and wait for them: one after the other, beside nothing else.</summary>
[CollectionDefinition(nameof(HostedCollection), DisableParallelization = true)]
public sealed class HostedCollection;

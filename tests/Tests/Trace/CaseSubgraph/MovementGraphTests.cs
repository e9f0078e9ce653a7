using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.CaseSubgraph;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.CaseSubgraph;

public class MovementGraphTests
{
    [Fact]
    public void A_round_trip_is_a_loop_and_one_place_in_the_drawing()
    {
        var r = CaseText.Parse("""
            +A 100 K
            A>B 60
            B>C 50
            C>B 40
            B>D 30
            E>F 10
            """);
        var graph = MovementGraph.Of(r.Ledger, Enumerable.Range(0, r.Ledger.Count));
        Assert.Equal(["A", "B", "C", "D", "E", "F"], graph.Accounts);
        Assert.Equal([1, 2, 3, 4, 5], graph.Movements);
        Assert.Equal(["A B C D", "E F"], graph.Components().Select(c => string.Join(' ', c)));
        Assert.Equal(["B C"], graph.Loops().Select(c => string.Join(' ', c)));
        var layers = graph.Layers();
        Assert.Equal([0, 1, 1, 2, 0, 1], graph.Accounts.Select(a => layers[a]));
        Assert.Equal("", graph.Cut);
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        var r = CaseText.Parse(string.Join('\n', Enumerable.Range(0, MovementGraph.MovementsMax + 1).Select(i => "A>B 1")));
        var graph = MovementGraph.Of(r.Ledger, Enumerable.Range(0, r.Ledger.Count));
        Assert.Equal("10000 of 10001 movements are drawn.", graph.Cut);
        Assert.Equal(MovementGraph.MovementsMax, graph.Movements.Count);
    }
}

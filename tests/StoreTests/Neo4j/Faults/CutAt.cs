namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>Where a call is cut.</summary>
internal enum CutAt
{
    Nowhere,
    BeforeTheRequest,
    AfterTheRequest,
    InTheMiddleOfTheAnswer,
}

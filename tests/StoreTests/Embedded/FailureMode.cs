namespace FinInvest.Graph.StoreTests.Embedded;

/// <summary>How a step fails.</summary>
public enum FailureMode
{
    /// <summary>Not done.</summary>
    Before,

    /// <summary>Done, but reported as failed.</summary>
    After,

    /// <summary>Not done, and nothing after it either: the disk is gone.</summary>
    ForGood,
}

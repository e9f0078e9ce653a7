namespace FinInvest.Graph.Store;

/// <summary>Told of every step that touches the disk, before it is done; a test makes the n-th one fail by throwing.</summary>
internal interface IStepWatch
{
    void Before(string step);

    /// <summary>The step was done; throwing here is a step that succeeded without anybody hearing of it.</summary>
    void After(string step);
}

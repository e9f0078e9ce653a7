namespace FinInvest.Graph.Worker;

/// <summary>What the process says by its exit code. Published: only grows.</summary>
public static class ExitCodes
{
    public const int Done = 0;
    public const int Fault = 1;
    public const int Usage = 2;
    public const int LoadedWithRejects = 3;
    public const int NothingFound = 4;
    public const int Busy = 5;
    public const int RefusedByCase = 6;

    /// <summary>verify: the exhibit is not what the case gives.</summary>
    public const int ExhibitDiffers = 7;

    /// <summary>verify: a raw file, a row or the chain of decisions was changed or is missing.</summary>
    public const int RecordsNotWhole = 8;
}

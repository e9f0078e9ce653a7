namespace FinInvest.Graph.Model.Values;

/// <summary>A moment in time, milliseconds since 1970-01-01T00:00:00Z; columns hold <see cref="None"/> where the source gave a date only.</summary>
public static class Instant
{
    public const long None = long.MinValue;
}

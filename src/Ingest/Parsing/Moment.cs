namespace FinInvest.Graph.Ingest.Parsing;

/// <summary>What a date cell said: the day, and the time of day and offset where it had them.</summary>
/// <param name="Millisecond">Of the day; -1 = no time was written.</param>
/// <param name="OffsetMinutes">From UTC; <see cref="NoOffset"/> = none was written.</param>
internal readonly record struct Moment(Day Day, int Millisecond, int OffsetMinutes)
{
    public const int NoOffset = int.MinValue;
    public const int DayMilliseconds = 86_400_000;
}

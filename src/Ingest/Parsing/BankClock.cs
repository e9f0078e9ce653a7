namespace FinInvest.Graph.Ingest.Parsing;

/// <summary>
/// Turns what a bank wrote into a day and, where it can be known, an instant. A local time without a zone stays a date only (definitions A5):
/// two banks' clocks would otherwise be compared that cannot be. Almaty, for one, went from +06 to +05 on 2024-03-01.
/// </summary>
internal sealed class BankClock(TimeZoneInfo? zone)
{
    // Files are rarely in strict order of days, so a few hundred days are remembered.
    private readonly (int Day, long Offset, bool Whole)[] remembered = new (int, long, bool)[512];

    /// <summary>Time zone by IANA name; null for ""; false when this machine does not know it.</summary>
    public static bool TryZone(string name, out TimeZoneInfo? zone)
    {
        zone = null;
        return name.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    /// <returns>The local day at the bank, and milliseconds since 1970 UTC or <see cref="Instant.None"/>.</returns>
    public (Day Day, long Instant) Read(Moment moment)
    {
        if (moment.Millisecond < 0)
        {
            return (moment.Day, Instant.None);
        }

        var local = ((long)moment.Day.Number * Moment.DayMilliseconds) + moment.Millisecond;
        if (moment.OffsetMinutes == Moment.NoOffset)
        {
            return (moment.Day, zone is null ? Instant.None : local - Offset(moment.Day, local));
        }

        var instant = local - (moment.OffsetMinutes * 60_000L);
        if (zone is null)
        {
            return (moment.Day, instant);
        }

        var there = instant + (long)zone.GetUtcOffset(new DateTime(DateTime.UnixEpoch.Ticks + (instant * TimeSpan.TicksPerMillisecond), DateTimeKind.Utc)).TotalMilliseconds;
        return (new Day((int)Math.Floor(there / (double)Moment.DayMilliseconds)), instant);
    }

    /// <summary>The offset is looked up once a day where it does not change within the day.</summary>
    private long Offset(Day day, long local)
    {
        ref var known = ref remembered[day.Number & (remembered.Length - 1)];
        if (known.Day != day.Number || !known.Whole)
        {
            var midnight = Lookup((long)day.Number * Moment.DayMilliseconds);
            known = (day.Number, midnight, midnight == Lookup(((long)day.Number * Moment.DayMilliseconds) + Moment.DayMilliseconds - 1));
        }

        return known.Whole ? known.Offset : Lookup(local);
    }

    private long Lookup(long local) =>
        (long)zone!.GetUtcOffset(new DateTime(DateTime.UnixEpoch.Ticks + (local * TimeSpan.TicksPerMillisecond), DateTimeKind.Unspecified)).TotalMilliseconds;
}

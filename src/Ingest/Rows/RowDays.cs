using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Booking day, value day and instant of a row.</summary>
internal sealed class RowDays(RowSource source, PostingCells cells, BankClock clock, RowFaults faults)
{
    public void Read(ref PostingRow row)
    {
        var reader = source.Reader;
        var instantText = cells.Instant.Read(reader);
        var instantDay = Day.None;
        if (!instantText.IsEmpty)
        {
            if (!cells.Instant.TryMoment(instantText, out var moment))
            {
                faults.Fail(RejectCodes.InstantNotATime, cells.Instant, instantText, $"Expected {cells.Instant.DatePatterns}.");
                return;
            }

            (instantDay, row.Instant) = clock.Read(moment);
        }

        var dayText = cells.BookingDay.Read(reader);
        if (dayText.IsEmpty)
        {
            row.BookingDay = instantDay;
            if (instantDay.IsNone)
            {
                faults.Fail(RejectCodes.ValueMissing, cells.BookingDay, "");
                return;
            }
        }
        else if (!cells.BookingDay.TryMoment(dayText, out var booked))
        {
            faults.Fail(RejectCodes.DayNotADate, cells.BookingDay, dayText, $"Expected {cells.BookingDay.DatePatterns}.");
            return;
        }
        else
        {
            (row.BookingDay, var instant) = clock.Read(booked);
            row.Instant = row.Instant == Instant.None ? instant : row.Instant;
        }

        var valueText = cells.ValueDay.Read(reader);
        if (valueText.IsEmpty)
        {
            row.ValueDay = row.BookingDay;
        }
        else if (cells.ValueDay.TryMoment(valueText, out var value))
        {
            row.ValueDay = value.Day;
        }
        else
        {
            faults.Fail(RejectCodes.DayNotADate, cells.ValueDay, valueText, $"Expected {cells.ValueDay.DatePatterns}.");
        }
    }
}

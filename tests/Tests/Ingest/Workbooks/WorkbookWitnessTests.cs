using System.Globalization;
using CsCheck;
using ExcelDataReader;
using Xunit;
using static FinInvest.Graph.Tests.Ingest.Workbooks.WorkbookParts;

namespace FinInvest.Graph.Tests.Ingest.Workbooks;

/// <summary>Another reader of workbooks says the same of numbers and dates.</summary>
public class WorkbookWitnessTests
{
    private const string Entry = """{"target":"postings","rounding":"half-even","dates":["yyyy-MM-dd HH:mm:ss"],"zone":"UTC","columns":{"booking_day":"Day","amount":"Amount","account":{"constant":"A"},"currency":{"constant":"KZT"}}}""";

    [Fact]
    public void Numbers_and_moments_are_those_that_another_reader_gives()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        Gen.Select(Gen.Double[1, 2_900_000], Gen.Double[-1e12, 1e12], Gen.Bool).Array[1, 20].Sample(rows =>
        {
            foreach (var is1904 in new[] { false, true })
            {
                // Moments on whole seconds, as spreadsheets show them.
                var cells = rows.Select(r => (Day: Math.Round(r.Item1 * 86_400) / 86_400, Amount: Math.Round(r.Item2, r.Item3 ? 2 : 0))).Where(r => Math.Abs(r.Day - 60.5) > 1).ToList();
                var book = new WorkbookParts(Row(1, "Day", "Amount") + string.Concat(cells.Select((c, i) => Row(i + 2, Number(Text(c.Day), 2), Number(Text(c.Amount))))), is1904).Pack();
                var ours = Reading.Mapped("s.xlsx", book, Reading.Mapping(Entry));
                Assert.Empty(ours.Rejects);
                using var other = ExcelReaderFactory.CreateReader(new MemoryStream(book));
                other.Read();
                for (var i = 0; i < cells.Count; i++)
                {
                    Assert.True(other.Read());
                    var at = (DateTime)other.GetValue(0);
                    Assert.Equal(Day.Of(at.Year, at.Month, at.Day).Number, ours.Pages[0].BookingDay[i]);
                    Assert.Equal((long)Math.Round(other.GetDouble(1) * 100), ours.Pages[0].Minor[i]);
                }
            }
        }, iter: 50);
    }

    private static string Text(double number) => number.ToString("G17", CultureInfo.InvariantCulture);
}

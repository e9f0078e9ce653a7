using System.Globalization;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>How many bytes a workbook may still unpack to: by its own size times the highest ratio that spreadsheets reach, and never above a limit.</summary>
internal sealed class UnpackedBytes(long packed)
{
    private readonly long most = Math.Min(Limits.WorkbookUnpackedBytesMax, Math.Max(Limits.WorkbookSmallBytes, packed * Limits.WorkbookRatioMax));
    private long taken;

    public void Take(int bytes)
    {
        taken += bytes;
        if (taken > most)
        {
            throw most == Limits.WorkbookUnpackedBytesMax
                ? WorkbookException.TooLarge(string.Create(CultureInfo.InvariantCulture, $"It unpacks to more than {most} bytes."))
                : WorkbookException.Unsafe(string.Create(CultureInfo.InvariantCulture, $"It unpacks to more than {Limits.WorkbookRatioMax} times its size."));
        }
    }
}

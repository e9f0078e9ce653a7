using System.Globalization;
using FinInvest.Graph.Ingest.Records;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Makes rejects that all look alike: sentence by code, text and raw row cut with "n of N".</summary>
internal static class RowReject
{
    /// <param name="more">What this place adds to the code's sentence.</param>
    public static Reject Of(string code, string file, int line, string column, ReadOnlySpan<char> text, string more = "", ReadOnlySpan<char> raw = default) =>
        new(code, file, line, column, Cut(text, Limits.RejectTextCharsMax), more.Length > 0 ? RejectCodes.Sentences[code] + " " + more : RejectCodes.Sentences[code],
            Cut(raw, Limits.RejectRawCharsMax));

    public static string CodeOf(RecordFault fault) => fault switch
    {
        RecordFault.QuoteUnclosed => RejectCodes.QuoteUnclosed,
        RecordFault.TextAfterQuote => RejectCodes.TextAfterQuote,
        RecordFault.LineTooLong => RejectCodes.LineTooLong,
        RecordFault.NulByte => RejectCodes.NulByte,
        RecordFault.EncodingInvalid => RejectCodes.EncodingInvalid,
        RecordFault.ArchiveDamaged => RejectCodes.ArchiveDamaged,
        _ => RejectCodes.ColumnsTooMany,
    };

    private static string Cut(ReadOnlySpan<char> text, int most) => text.Length <= most ? text.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{text[..most]} ({most} of {text.Length} characters)");
}

namespace FinInvest.Graph.Ingest;

/// <summary>Every limit on what comes from outside, with its reason. What exceeds one becomes a reject, never a crash and never a silent cut.</summary>
public static class Limits
{
    /// <summary>Characters of one line. A statement line has hundreds; above a mebi a file is not a table of rows, and memory must stay bounded.</summary>
    public const int LineCharsMax = 1 << 20;

    /// <summary>Characters of one quoted cell. An unclosed quote would otherwise swallow the rows after it; the longest remittance text known is 9,000.</summary>
    public const int QuotedCharsMax = 1 << 16;

    /// <summary>Data rows of one file: a row number is an Int32.</summary>
    public const int RowsMax = int.MaxValue - 1;

    /// <summary>Columns of one line. Bank extracts have at most about a hundred; a wider line is a wrong delimiter.</summary>
    public const int ColumnsMax = 1_024;

    /// <summary>Characters of an offending text that a reject shows.</summary>
    public const int RejectTextCharsMax = 200;

    /// <summary>Characters of a rejected row that are kept with it: enough for any real row; of a line that is too long the head.</summary>
    public const int RejectRawCharsMax = 1 << 16;

    /// <summary>Lines searched for a header below title lines. Longest preamble seen in practice is about 30 lines.</summary>
    public const int HeaderLinesMax = 100;

    /// <summary>Line numbers that a note of skipped lines names: enough to see which lines they are, short enough for a screen.</summary>
    public const int SkippedLinesShown = 12;

    /// <summary>Bytes looked at to tell encoding and delimiter: more does not change the answer, and the file may be gigabytes.</summary>
    public const int SampleBytesMax = 1 << 16;

    /// <summary>Distinct currencies of one file: the column of a page is a byte.</summary>
    public const int CurrenciesMax = 255;

    /// <summary>Facts or rejects gathered before a piece is handed on, so that memory does not grow with the file.</summary>
    public const int BatchRowsMax = 16_384;

    /// <summary>Bytes of a mapping file: it is written by a person.</summary>
    public const int MappingBytesMax = 1 << 20;

    /// <summary>Bytes a workbook may unpack to. A sheet of a million rows has a few hundred megabytes of XML.</summary>
    public const long WorkbookUnpackedBytesMax = 1L << 32;

    /// <summary>Times its own size that a workbook may unpack to. Statements have 5 to 20; deflate reaches 1,032 with nothing but repetition.</summary>
    public const int WorkbookRatioMax = 200;

    /// <summary>Up to this size the ratio does not matter: a nearly empty sheet may pack well.</summary>
    public const long WorkbookSmallBytes = 16 << 20;

    /// <summary>Entries of a workbook's archive. A workbook of hundreds of sheets and pictures has about a thousand.</summary>
    public const int WorkbookEntriesMax = 10_000;

    /// <summary>Sheets of a workbook.</summary>
    public const int WorkbookSheetsMax = 1_000;

    /// <summary>Bytes between two tags in a workbook's XML. The longest cell, with every character escaped, has about 320 kilobytes.</summary>
    public const int WorkbookPieceBytesMax = 1 << 20;

    /// <summary>Depth of a workbook's XML. Sheets with every extension reach about 12.</summary>
    public const int WorkbookDepthMax = 64;

    /// <summary>Distinct names in one part of a workbook. The vocabulary has about two thousand.</summary>
    public const int WorkbookNamesMax = 10_000;

    /// <summary>Shared texts of a workbook, which are kept in memory while it is read.</summary>
    public const int WorkbookTextsMax = 1 << 23;

    /// <summary>Characters of all shared texts of a workbook.</summary>
    public const long WorkbookTextCharsMax = 1 << 28;

    /// <summary>Cell styles of a workbook; spreadsheets allow 65,490.</summary>
    public const int WorkbookStylesMax = 1 << 16;

    /// <summary>Merged areas looked at for a header.</summary>
    public const int WorkbookMergedMax = 1_000;

    /// <summary>Lines a draft of a mapping reads to judge formats; ten of them are shown.</summary>
    public const int DraftLinesMax = 2_000;
}

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

    /// <summary>Lines a draft of a mapping reads to judge formats; ten of them are shown.</summary>
    public const int DraftLinesMax = 2_000;
}

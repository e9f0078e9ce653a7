namespace FinInvest.Graph.Ingest;

/// <summary>Codes of rejects. Frozen: a code once published keeps its meaning, new ones are added. docs/formats.md lists them.</summary>
public static class RejectCodes
{
    // The whole file.
    public const string FileNotKnown = "FILE_NOT_KNOWN";
    public const string FileWithoutRows = "FILE_WITHOUT_ROWS";
    public const string FileTooManyRows = "FILE_TOO_MANY_ROWS";
    public const string ArchiveDamaged = "ARCHIVE_DAMAGED";
    public const string HeaderColumnMissing = "HEADER_COLUMN_MISSING";
    public const string HeaderColumnTwice = "HEADER_COLUMN_TWICE";
    public const string HeaderColumnUnknown = "HEADER_COLUMN_UNKNOWN";

    // A workbook.
    public const string WorkbookDamaged = "WORKBOOK_DAMAGED";
    public const string WorkbookUnsafe = "WORKBOOK_UNSAFE";
    public const string WorkbookTooLarge = "WORKBOOK_TOO_LARGE";
    public const string WorkbookNotRead = "WORKBOOK_NOT_READ";
    public const string SheetNotChosen = "SHEET_NOT_CHOSEN";
    public const string SheetNotFound = "SHEET_NOT_FOUND";

    // A line as text.
    public const string LineTooLong = "LINE_TOO_LONG";
    public const string EncodingInvalid = "ENCODING_INVALID";
    public const string NulByte = "NUL_BYTE";
    public const string QuoteUnclosed = "QUOTE_UNCLOSED";
    public const string TextAfterQuote = "TEXT_AFTER_QUOTE";
    public const string ColumnsTooFew = "COLUMNS_TOO_FEW";
    public const string ColumnsTooMany = "COLUMNS_TOO_MANY";

    // A value.
    public const string CellError = "CELL_ERROR";
    public const string FormulaWithoutValue = "FORMULA_WITHOUT_VALUE";
    public const string NumberDigitsLost = "NUMBER_DIGITS_LOST";
    public const string ValueMissing = "VALUE_MISSING";
    public const string ValueNotKnown = "VALUE_NOT_KNOWN";
    public const string AmountNotANumber = "AMOUNT_NOT_A_NUMBER";
    public const string AmountTooManyDecimals = "AMOUNT_TOO_MANY_DECIMALS";
    public const string AmountTooLarge = "AMOUNT_TOO_LARGE";
    public const string AmountNegative = "AMOUNT_NEGATIVE";
    public const string AmountTwice = "AMOUNT_TWICE";
    public const string NumberNotWhole = "NUMBER_NOT_WHOLE";
    public const string ShareNotAShare = "SHARE_NOT_A_SHARE";
    public const string DayNotADate = "DAY_NOT_A_DATE";
    public const string InstantNotATime = "INSTANT_NOT_A_TIME";
    public const string PeriodReversed = "PERIOD_REVERSED";
    public const string CurrencyUnknown = "CURRENCY_UNKNOWN";
    public const string CurrencyMissing = "CURRENCY_MISSING";
    public const string IdTwice = "ID_TWICE";
    public const string RowReferenceIncomplete = "ROW_REFERENCE_INCOMPLETE";

    /// <summary>Each code with its sentence for a person: what is wrong and what to do.</summary>
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [FileNotKnown] = "The file name is none of the folder format and no mapping covers it: name it as docs/formats.md lists, or draft a mapping with 'fininvest map FILE'.",
        [FileWithoutRows] = "The file holds no data row: check that it is complete, or leave it out.",
        [FileTooManyRows] = "The file has more rows than a row number can count: split it; rows after this one were not read.",
        [ArchiveDamaged] = "The gzip archive is damaged or cut off: ask for the file again; rows after this place could not be read.",
        [HeaderColumnMissing] = "The header line lacks a column that is needed: add it, or correct the mapping; no row was read.",
        [HeaderColumnTwice] = "The header line names this column twice, so it is not clear which one counts: remove or rename one; no row was read.",
        [HeaderColumnUnknown] = "The header line names a column that this file does not have: correct its spelling or remove it; no row was read.",
        [WorkbookDamaged] = "The Excel file is damaged: open it in a spreadsheet program and save it again, or ask for it again; no row was read.",
        [WorkbookUnsafe] = "The Excel file is built in a way that no spreadsheet program writes and that can do harm, so it was not opened further: ask the sender for it again.",
        [WorkbookTooLarge] = "The Excel file is larger than what is read as a workbook: ask for it as text (CSV), or split it; no row was read.",
        [WorkbookNotRead] = "The file is no Excel file of the kind that is read (.xlsx, .xlsm): open it in a spreadsheet program and save it as .xlsx without a password.",
        [SheetNotChosen] = "Several sheets of the workbook have rows and the mapping does not say which one is meant: set sheet in the mapping; no row was read.",
        [SheetNotFound] = "The workbook has no such sheet: correct sheet in the mapping; no row was read.",
        [CellError] = "The cell holds an error instead of a value: have it corrected by the sender, or mend the row.",
        [FormulaWithoutValue] = "The cell holds a formula without its value: open the file in a spreadsheet program, save it, and load it again.",
        [NumberDigitsLost] = "The cell is a number with more digits than a spreadsheet keeps, so some may be lost: ask for this column as text.",
        [LineTooLong] = "The line is longer than a row can be: check the line ends and the delimiter.",
        [EncodingInvalid] = "The line has bytes that are no text in the file's encoding: save the file in UTF-8, or state its encoding in a mapping.",
        [NulByte] = "The line holds a NUL character: the file is damaged, or in UTF-16 without its mark; state the encoding in a mapping.",
        [QuoteUnclosed] = "A quoted cell is not closed: close the quote, double quotes inside a quoted cell, or state \"quote\": \"\" in the mapping.",
        [TextAfterQuote] = "Text follows the closing quote of a cell: double quotes inside a quoted cell, or state \"quote\": \"\" in the mapping.",
        [ColumnsTooFew] = "The line has fewer columns than the header.",
        [ColumnsTooMany] = "The line has more columns than the header: quote cells that contain the delimiter.",
        [ValueMissing] = "A value that is needed is empty.",
        [ValueNotKnown] = "The value is none of those that this column may have.",
        [AmountNotANumber] = "The text is not an amount as this file writes them.",
        [AmountTooManyDecimals] = "The amount is not exact in its currency: correct it, or state a rounding in the mapping.",
        [AmountTooLarge] = "The amount does not fit 64 bits of minor units.",
        [AmountNegative] = "The amount is negative where only its size is asked for.",
        [AmountTwice] = "Debit and credit are both filled: a row is one movement.",
        [NumberNotWhole] = "The text is not a whole number of the range asked for.",
        [ShareNotAShare] = "The text is not a share between 0 and 1, or the lower end is above the upper.",
        [DayNotADate] = "The text is not a date as this file writes them.",
        [InstantNotATime] = "The text is not a moment such as 2024-03-01T10:15:00+05:00.",
        [PeriodReversed] = "The period ends before it begins.",
        [CurrencyUnknown] = "The currency is neither one of the case nor in ISO 4217: name it in case.csv with its decimals, e.g. BTC:8.",
        [CurrencyMissing] = "The row names no currency and none can be assumed: fill the currency column.",
        [IdTwice] = "The id stands on an earlier row of this file already: ids are unique within a file of facts.",
        [RowReferenceIncomplete] = "A row is named by its id, or by account, day and amount together.",
    };
}

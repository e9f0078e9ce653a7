namespace FinInvest.Graph.Ingest.Delimited;

/// <summary>What is wrong with a line before any column is looked at.</summary>
internal enum DelimitedFault
{
    None,
    QuoteUnclosed,
    TextAfterQuote,
    LineTooLong,
    NulByte,
    EncodingInvalid,
    ColumnsTooMany,
    ArchiveDamaged,
}

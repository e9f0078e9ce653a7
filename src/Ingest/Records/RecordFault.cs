namespace FinInvest.Graph.Ingest.Records;

/// <summary>What is wrong with a record before any column is looked at.</summary>
internal enum RecordFault
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

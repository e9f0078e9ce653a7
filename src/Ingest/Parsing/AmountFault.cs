namespace FinInvest.Graph.Ingest.Parsing;

/// <summary>Why a text is not an amount.</summary>
internal enum AmountFault
{
    None,
    NotANumber,
    TooManyDecimals,
    TooLarge,
}

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>One row on its way into a page; names are indices of the file's pools.</summary>
internal struct PostingRow
{
    public int Row;
    public int Statement;
    public int Account;
    public int Counterparty;
    public long Minor;
    public long CounterMinor;
    public Day BookingDay;
    public Day ValueDay;
    public long Instant;
    public byte Currency;
    public byte CounterCurrency;
    public PostingKind Kind;
    public long Balance;
    public long CounterBalance;
    public string? Reference;
    public string? EndToEndId;
    public string? LocalId;
    public string? CounterpartyName;
    public string? Text;
}

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Columns of one-sided and two-sided rows as a file has them.</summary>
internal sealed class PostingCells(RowSource source)
{
    public Cell Statement { get; } = source.Cell("statement");
    public Cell Row { get; } = source.Cell("row");
    public Cell BookingDay { get; } = source.Cell("booking_day");
    public Cell ValueDay { get; } = source.Cell("value_day");
    public Cell Instant { get; } = source.Cell("instant");
    public Cell Amount { get; } = source.Cell("amount");
    public Cell Currency { get; } = source.Cell("currency");
    public Cell Fee { get; } = source.Cell("fee");
    public Cell Kind { get; } = source.Cell("kind");
    public Cell Reference { get; } = source.Cell("reference");
    public Cell EndToEndId { get; } = source.Cell("end_to_end_id");
    public Cell LocalId { get; } = source.Cell("id");
    public Cell CounterpartyName { get; } = source.Cell("counterparty_name");
    public Cell Text { get; } = source.Cell("text");

    // One-sided.
    public Cell Account { get; } = source.Cell("account");
    public Cell Counterparty { get; } = source.Cell("counterparty");
    public Cell Debit { get; } = source.Cell("debit");
    public Cell Credit { get; } = source.Cell("credit");
    public Cell Direction { get; } = source.Cell("direction");
    public Cell Balance { get; } = source.Cell("balance");

    // Two-sided.
    public Cell From { get; } = source.Cell("from");
    public Cell To { get; } = source.Cell("to");
    public Cell AmountCredited { get; } = source.Cell("amount_credited");
    public Cell CurrencyCredited { get; } = source.Cell("currency_credited");
    public Cell FromBalance { get; } = source.Cell("from_balance");
    public Cell FromBalanceBefore { get; } = source.Cell("from_balance_before");
    public Cell ToBalance { get; } = source.Cell("to_balance");
    public Cell ToBalanceBefore { get; } = source.Cell("to_balance_before");
}

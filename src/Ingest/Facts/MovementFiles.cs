namespace FinInvest.Graph.Ingest.Facts;

/// <summary>Rows of statements, two-sided transfers, and what is said about them.</summary>
internal static class MovementFiles
{
    public static FactFile Postings { get; } = new("postings", "Rows of statements.",
    [
        new("statement", "S1", "statement; the file's name where empty"),
        new("row", "14", "row number within the statement; the data row of the file where empty"),
        new("account", "KZ86125KZT5004100100", "account; may be empty where the statement is known and names it"),
        new("booking_day", "2023-02-14", "booking day; may be empty where an instant is given"),
        new("value_day", "", "value day; the booking day where empty"),
        new("instant", "", "moment with offset, e.g. 2023-02-14T10:15:00+06:00"),
        new("amount", "4000000.00", "signed as the holder sees it: + credit, - debit", true),
        new("currency", "KZT", "ISO 4217 code; where empty that of the account, or of the case"),
        new("counterparty", "KZ90002USD7001200200", "account of the other side as the source names it"),
        new("counterparty_name", "LLP Tulpar Trade", "its holder as the source names it"),
        new("reference", "REF-77120", "the bank's entry reference"),
        new("end_to_end_id", "", "end-to-end id of the payment"),
        new("id", "", "the sender's own id of the row"),
        new("kind", "", "payment (also where empty), fee, interest, cash, exchange or reversal"),
        new("balance", "4120000.00", "running balance after the row"),
        new("text", "Payment under contract 5", "remittance information"),
    ], null);

    public static FactFile Transfers { get; } = new("transfers", "Two-sided rows: one row names both accounts. They form one statement without balances, named after the file.",
    [
        new("id", "T1", "the sender's own id of the row"),
        new("from", "AE070331234567890123456", "account debited; empty = from outside"),
        new("to", "GE29NB0000000101904917", "account credited; empty = to outside"),
        new("amount", "150000.00", "amount debited", true),
        new("amount_credited", "149950.00", "amount credited, where it is another"),
        new("currency", "USD", "of the debited account"),
        new("currency_credited", "", "of the credited account, where it is another"),
        new("booking_day", "2023-05-02", "booking day; may be empty where an instant is given"),
        new("value_day", "", "value day; the booking day where empty"),
        new("instant", "2023-05-02T09:30:00+04:00", "moment with offset"),
        new("kind", "", "payment (also where empty), fee, interest, cash, exchange or reversal"),
        new("counterparty_name", "", "holder of the credited account as the source names it"),
        new("reference", "", "entry reference"),
        new("end_to_end_id", "", "end-to-end id of the payment"),
        new("text", "", "remittance information"),
        new("from_balance", "", "running balance of the debited account after the row"),
        new("to_balance", "", "running balance of the credited account after the row"),
    ], null);

    public static FactFile Reversals { get; } = new("reversals", "Which row undoes which.",
    [
        new("id", "", "id; document and row where empty"),
        .. FactColumn.Row("row", "the row that undoes", "S1/22", "", "", ""),
        .. FactColumn.Row("of", "the row undone", "S1/19", "", "", ""),
        new("amount", "", "amount undone where it is not the whole"),
        new("currency", "", "of the amounts here; where empty that of the account, or of the case"),
    ], f =>
    {
        var currency = f.Currency("currency");
        var none = new RowReference("");
        return new Reversal(f.Id(), f.Row("row", currency, required: true) ?? none, f.Row("of", currency, required: true) ?? none, f.Amount("amount", currency, f.Text("row_account")));
    });

    public static FactFile Links { get; } = new("links", "Coordination links: credits that paid for assets bought before. Off unless asked for.",
    [
        new("id", "L1", "id", true),
        new("credits", "S1/40;S1/41", "rows by id", true),
        new("targets", "flat;car#1", "assets, #n for the n-th replacement", true),
        new("reason", "Bridging loan repaid by the credit", "why", true),
    ], f => new CoordinationLink(f.Id(), [.. f.List("credits").Select(c => new RowReference(c))], f.List("targets"), f.Text("reason")));

    public static FactFile Rates { get; } = new("rates", "Fixed exact rates for bounds over several currencies: p/q reference units a minor unit.",
    [
        new("id", "", "id; the currency where empty"),
        new("currency", "USD", "ISO 4217 code", true),
        new("p", "450", "numerator", true),
        new("q", "1", "denominator", true),
    ], f => new ReferenceRate(f.Text("id") is { Length: > 0 } id ? id : f.Text("currency"), f.Currency("currency"), f.Whole("p", 1), f.Whole("q", 1)));
}

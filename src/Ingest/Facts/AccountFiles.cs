namespace FinInvest.Graph.Ingest.Facts;

/// <summary>Accounts, who stands behind them, and what their banks report.</summary>
internal static class AccountFiles
{
    public static FactFile Accounts { get; } = new("accounts", "Accounts.",
    [
        new("id", "KZ86125KZT5004100100", "what postings name: the IBAN where there is one", true),
        new("currency", "KZT", "ISO 4217 code", true),
        new("institution", "Bank A", "bank"),
        new("country", "KZ", "ISO 3166 code of the bank"),
        new("iban", "KZ86125KZT5004100100", "IBAN where the id is another; check digits are flagged, never rejected"),
        new("name", "", "what people call it"),
        new("extract_complete", "yes", "no = a person has said that the rows held are incomplete, so the account counts as OUTSIDE"),
        new("use", "", "conduit (a correspondent's or payment agent's account) or pooled (many customers' money): its own rows are not traced; empty = the holder's own"),
    ], f => new Account(f.Id(), f.Currency("currency"), f.Text("institution"), f.Text("country"), f.Text("iban"), f.Text("name"), f.Flag("extract_complete", true), f.Choice("use", "", "conduit", "pooled")));

    public static FactFile Holders { get; } = new("holders", "Who holds, signs for or benefits from an account.",
    [
        new("id", "", "id; document and row where empty"),
        new("account", "KZ86125KZT5004100100", "account", true),
        new("party", "p-asan", "party", true),
        new("role", "holder", "holder (also where empty), signatory or beneficiary"),
        new("from", "2019-02-01", "first day"),
        new("to", "", "first day it no longer holds"),
    ], f =>
    {
        var holder = new AccountHolder(f.Id(), f.Text("account"), f.Text("party"), f.Choice("role", "holder", "signatory", "beneficiary"), f.DayOrNull("from"), f.DayOrNull("to"));
        f.CheckPeriod(holder.From, holder.To, "to");
        return holder;
    });

    public static FactFile Statements { get; } = new("statements", "One account and period as its bank reports it. Rows stand in postings.csv, or in a mapped file whose statement has this id.",
    [
        new("id", "S1", "id that the postings name", true),
        new("account", "KZ86125KZT5004100100", "account", true),
        new("from", "2023-01-01", "first day of the period", true),
        new("to", "2023-12-31", "last day of the period", true),
        new("opening", "120000.00", "balance before the first row; negative = debt"),
        new("closing", "95000.00", "balance after the last row"),
        new("currency", "KZT", "of the balances; where empty that of the account"),
        new("ordered", "yes", "no = the row order is no evidence of the booking order"),
        new("row_count", "", "number of rows as the bank states it"),
    ], f =>
    {
        var account = f.Text("account");
        var currency = f.Currency("currency");
        var statement = new Statement(f.Id(), account, f.DayOrNone("from"), f.DayOrNone("to"), f.Amount("opening", currency, account, signed: true),
            f.Amount("closing", currency, account, signed: true), f.Flag("ordered", true), f.Integer("row_count"));
        f.CheckPeriod(statement.From, statement.To, "to");
        return statement;
    });
}

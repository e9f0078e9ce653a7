namespace FinInvest.Graph.Ingest.Facts;

/// <summary>What may be confiscated and what it cost.</summary>
internal static class AssetFiles
{
    public static FactFile Assets { get; } = new("assets", "Assets.",
    [
        new("id", "flat", "id", true),
        new("name", "Flat 12, Abay Avenue 5", "what it is", true),
        new("currency", "KZT", "of its value", true),
        new("kind", "real estate", "kind"),
        new("holder", "p-dana", "party in whose name it is"),
        new("country", "KZ", "ISO 3166 code"),
        new("value", "31000000.00", "value"),
        new("value_day", "2024-05-20", "day of the valuation"),
        new("recovered", "0", "already recovered"),
    ], f => new Asset(f.Id(), f.Text("name"), f.Currency("currency"), f.Text("kind"), f.Text("holder"), f.Text("country"), f.Amount("value", f.Text("currency")),
        f.DayOrNone("value_day"), f.Amount("recovered", f.Text("currency")) ?? 0));

    public static FactFile CostLines { get; } = new("cost_lines", "What an asset cost: each line names the payment's row, or is a loan.",
    [
        new("id", "", "id; document and row where empty"),
        new("asset", "flat", "asset", true),
        new("acquisition", "0", "0 (also where empty) for the first acquisition, 1 for what replaced it, ..."),
        new("kind", "price", "price (also where empty), tax, improvement or loan"),
        .. FactColumn.Row("row", "the payment", "S1/31", "", "", ""),
        new("amount", "", "where it is not the whole row; of a loan: how much"),
        new("day", "", "of a loan: when"),
        new("currency", "", "of the amounts here; where empty that of the account, or of the case"),
    ], f =>
    {
        var kind = f.Choice("kind", "price", "tax", "improvement", "loan");
        var currency = f.Currency("currency");
        var line = new CostLine(f.Id(), f.Text("asset"), f.Integer("acquisition") ?? 0, kind, f.Row("row", currency, kind != "loan"),
            f.Amount("amount", currency, f.Text("row_account")), f.DayOrNone("day"));
        if (kind == "loan" && line.Row is null && line.Minor is null)
        {
            f.Fail(RejectCodes.ValueMissing, "amount", "", "A loan line without a row needs its amount.");
        }

        return line;
    });

    public static FactFile Sales { get; } = new("sales", "Sales of an acquisition.",
    [
        new("id", "", "id; document and row where empty"),
        new("asset", "car", "asset", true),
        new("acquisition", "0", "which acquisition was sold; 0 where empty"),
        .. FactColumn.Row("row", "credit of the price (empty: exchanged for the next acquisition)", "S1/40", "", "", ""),
        new("currency", "", "of the amount; where empty that of the account, or of the case"),
    ], f => new AssetSale(f.Id(), f.Text("asset"), f.Integer("acquisition") ?? 0, f.Row("row", f.Currency("currency"))));
}

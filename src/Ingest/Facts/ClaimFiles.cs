namespace FinInvest.Graph.Ingest.Facts;

/// <summary>What was taken, from whom, and where it entered the accounts.</summary>
internal static class ClaimFiles
{
    public static FactFile Acts { get; } = new("acts", "The incriminated acts.",
    [
        new("id", "A1", "id", true),
        new("name", "Embezzlement at the vodokanal", "short name", true),
        new("article", "189(4)(2) CC", "article"),
        new("status", "indictment", "final_judgment, first_instance, indictment, suspicion or intelligence"),
        new("from", "2023-02-01", "first day"),
        new("to", "2023-04-30", "last day"),
    ], f =>
    {
        var act = new Act(f.Id(), f.Text("name"), f.Text("article"), f.Choice("status", "", "final_judgment", "first_instance", "indictment", "suspicion", "intelligence"),
            f.DayOrNone("from"), f.DayOrNone("to"));
        f.CheckPeriod(act.From, act.To, "to");
        return act;
    });

    public static FactFile Episodes { get; } = new("episodes", "Episodes of an act: what was taken from which victim.",
    [
        new("id", "E1", "id", true),
        new("act", "A1", "act", true),
        new("victim", "p-city", "party", true),
        new("currency", "KZT", "ISO 4217 code", true),
        new("amount", "4000000.00", "amount of the episode", true),
        new("day", "2023-02-14", "day"),
        new("text", "", "free text"),
    ], f => new Episode(f.Id(), f.Text("act"), f.Text("victim"), f.Currency("currency"), f.Amount("amount", f.Text("currency")) ?? 0, f.DayOrNone("day"), f.Text("text")));

    public static FactFile Proceeds { get; } = new("proceeds", "Credits (or cash) that an episode yields.",
    [
        new("id", "", "id; document and row where empty"),
        new("episode", "E1", "episode", true),
        .. FactColumn.Row("row", "the credit", "S1/14", "", "", ""),
        new("amount", "", "amount named where it is not the whole credit; of cash: how much"),
        new("day", "", "of cash: when"),
        new("currency", "", "of the amounts here; where empty that of the account, or of the case"),
        new("same_as", "", "id of other proceeds that are the same money, charged by another act: it counts once"),
    ], f =>
    {
        var currency = f.Currency("currency");
        var proceeds = new Proceeds(f.Id(), f.Text("episode"), f.Row("row", currency), f.Amount("amount", currency, f.Text("row_account")), f.DayOrNone("day"), f.Text("same_as") is { Length: > 0 } same ? same : null);
        if (proceeds.SameAs == proceeds.Id)
        {
            f.Fail(RejectCodes.ValueNotKnown, "same_as", proceeds.SameAs, "Proceeds are the same money as other proceeds, not as themselves.");
        }

        if (proceeds.Row is null && (proceeds.Minor is null || proceeds.Day.IsNone))
        {
            f.Fail(RejectCodes.ValueMissing, proceeds.Minor is null ? "amount" : "day", "", "Proceeds without a row are cash: amount and day are needed.");
        }

        return proceeds;
    });

    public static FactFile Claimants { get; } = new("claimants", "Credits that belong to an identified beneficiary who is not scored.",
    [
        new("id", "", "id; document and row where empty"),
        new("name", "Pension fund", "beneficiary", true),
        .. FactColumn.Row("row", "the credit", "", "KZ86125KZT5004100100", "2023-03-02", "50000.00"),
        new("currency", "KZT", "of the amount; where empty that of the account, or of the case"),
    ], f => new OtherClaimant(f.Id(), f.Row("row", f.Currency("currency"), required: true) ?? new RowReference(""), f.Text("name")));
}

namespace FinInvest.Graph.Ingest.Facts;

/// <summary>The case itself, who is in it, and how they are tied.</summary>
internal static class CaseFiles
{
    public static FactFile Case { get; } = new("case", "The case: one row.",
    [
        new("id", "aktau-2023", "short name of the case", true),
        new("number", "237500121000017", "number in the register of pre-trial investigations"),
        new("question", "Which part of the flat was paid with the money taken in episode 1?", "question put to the expert", true),
        new("preparer", "Analyst 4", "who prepares the exhibit"),
        new("as_of", "2024-06-30", "data cut-off; every result is as of this day", true),
        new("currencies", "KZT:2;USD:2", "currencies with their decimals, the case's own first", true),
        new("purpose", "court", "use the exhibit is made for: court (also where empty) or intelligence"),
        new("profile", "KZ-CC48", "legal profile; KZ-CC48 where empty"),
    ], f => new CaseHeader(f.Id(), f.Text("number"), f.Text("question"), f.Text("preparer"), f.DayOrNone("as_of"), Currencies(f),
        f.Choice("purpose", "court", "intelligence"), f.Text("profile") is { Length: > 0 } profile ? profile : "KZ-CC48"));

    public static FactFile Parties { get; } = new("parties", "Persons and organisations.",
    [
        new("id", "p-asan", "id of the party", true),
        new("name", "Asan Beisenov", "name as the documents write it", true),
        new("form", "person", "person, company, state or other"),
        new("national_id", "850101300123", "IIN, BIN or a foreign number, as written; a wrong check digit is flagged, never rejected"),
        new("country", "KZ", "ISO 3166 code"),
        new("role", "subject", "subject, victim or third-party"),
        new("lei", "", "LEI"),
        new("birth_date", "1985-01-01", "as the documents write it"),
    ], f => new Party(f.Id(), f.Text("name"), f.Choice("form", "", "person", "company", "state", "other"), f.Text("national_id"), f.Text("country"),
        f.Choice("role", "", "subject", "victim", "third-party"), f.Text("lei"), f.Text("birth_date")));

    public static FactFile Ownership { get; } = new("ownership", "Shares, votes and control: of companies, accounts and assets.",
    [
        new("id", "", "id; document and row where empty"),
        new("owner", "p-asan", "party that holds", true),
        new("target", "c-tulpar", "company, account or asset that is held", true),
        new("share", "0.6", "exact share between 0 and 1 (or 60%)"),
        new("share_low", "", "or the lower end of a range"),
        new("share_high", "", "and its upper end"),
        new("kind", "shares", "shares (also where empty), votes, control or holder"),
        new("direct", "yes", "no = an indirect interest as a register declares it"),
        new("from", "2020-05-01", "first day"),
        new("to", "", "first day it no longer holds"),
    ], f =>
    {
        var kind = f.Choice("kind", "shares", "votes", "control", "holder");
        // Control and holding may be documented without a number.
        var unstated = kind is "control" or "holder" && f.Text("share").Length + f.Text("share_low").Length + f.Text("share_high").Length == 0;
        var interest = new OwnershipInterest(f.Id(), f.Text("owner"), f.Text("target"), unstated ? new Share(0, 1) : f.Share("share", "share_low", "share_high"), kind,
            f.Flag("direct", true), f.DayOrNull("from"), f.DayOrNull("to"));
        f.CheckPeriod(interest.From, interest.To, "to");
        return interest;
    });

    public static FactFile Relations { get; } = new("relations", "Ties between parties that are not ownership.",
    [
        new("id", "", "id; document and row where empty"),
        new("from", "p-asan", "party", true),
        new("to", "p-dana", "party", true),
        new("kind", "spouse", "spouse, director, relative, proxy, ...", true),
        new("text", "", "free text"),
    ], f => new Relation(f.Id(), f.Text("from"), f.Text("to"), f.Text("kind"), f.Text("text")));

    private static List<Currency> Currencies(FactFields f)
    {
        var currencies = new List<Currency>();
        foreach (var part in f.List("currencies"))
        {
            var at = part.IndexOf(':', StringComparison.Ordinal);
            var code = at < 0 ? part : part[..at];
            var exponent = -1;
            if (at < 0 ? !CurrencyCode.TryExponent(code, out exponent)
                : !int.TryParse(part.AsSpan(at + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out exponent) || exponent > 18)
            {
                f.Fail(RejectCodes.CurrencyUnknown, "currencies", part);
            }

            if (currencies.Exists(c => c.Code == code))
            {
                f.Fail(RejectCodes.ValueNotKnown, "currencies", part, "The currency is named twice.");
            }

            currencies.Add(new Currency(code, exponent));
        }

        return currencies;
    }
}

namespace FinInvest.Graph.Model.Values;

/// <summary>The identifiers of parties and accounts that fail their checks, for lists of flags.</summary>
public static class IdentifierFlags
{
    /// <summary>National number (by country and form), LEI and country of a party. Empty fields are not checked.</summary>
    public static IReadOnlyList<IdentifierFlag> Of(Party party)
    {
        var flags = new List<IdentifierFlag>();
        if (party.Country == "KZ" && party.NationalId.Length > 0)
        {
            // A sole proprietor or a party whose form is not said may carry either number.
            var check = party.Form switch
            {
                "person" => Iin.Check(party.NationalId),
                "company" or "state" => Bin.Check(party.NationalId),
                _ => Iin.Check(party.NationalId) is { IsPassed: true } passed ? passed : Bin.Check(party.NationalId),
            };
            Add(flags, "national_id", party.NationalId, check);
        }

        Add(flags, "lei", party.Lei, Lei.Check(party.Lei));
        Add(flags, "country", party.Country, CountryCode.Check(party.Country));
        return flags;
    }

    /// <summary>IBAN (the id where it looks like one), country and currency of an account.</summary>
    public static IReadOnlyList<IdentifierFlag> Of(Account account)
    {
        var flags = new List<IdentifierFlag>();
        Add(flags, "iban", account.Iban, Iban.Check(account.Iban));
        if (account.Iban.Length == 0 && Iban.LooksLikeOne(account.Id))
        {
            Add(flags, "id", account.Id, Iban.Check(account.Id));
        }

        Add(flags, "country", account.Country, CountryCode.Check(account.Country));
        return flags;
    }

    private static void Add(List<IdentifierFlag> flags, string field, string text, IdentifierCheck check)
    {
        if (text.Length > 0 && !check.IsPassed)
        {
            flags.Add(new IdentifierFlag(field, text, check.Reason));
        }
    }
}

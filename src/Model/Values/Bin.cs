namespace FinInvest.Graph.Model.Values;

/// <summary>Business identification number of Kazakhstan: year and month of registration, kind of entity (4 resident, 5 non-resident, 6 sole proprietor), serial number, check digit.</summary>
public static class Bin
{
    public static IdentifierCheck Check(string text)
    {
        var check = KazakhNumber.Check(text, "A BIN");
        if (!check.IsPassed)
        {
            return check;
        }

        if (text[4] is < '4' or > '6')
        {
            return new("The fifth digit of a BIN is 4, 5 or 6.");
        }

        return text.AsSpan(2, 2) is "00" || text[2] > '1' || (text[2] == '1' && text[3] > '2') ? new("The third and fourth digits of a BIN are a month.") : IdentifierCheck.Passed;
    }
}

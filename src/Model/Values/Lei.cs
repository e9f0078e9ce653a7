namespace FinInvest.Graph.Model.Values;

/// <summary>Legal entity identifier (ISO 17442): 18 capitals or digits and two check digits; the remainder by 97 is 1.</summary>
public static class Lei
{
    public static IdentifierCheck Check(string text)
    {
        if (text.Length != 20 || !text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) || !char.IsAsciiDigit(text[18]) || !char.IsAsciiDigit(text[19]))
        {
            return new("An LEI has 18 capitals or digits and two check digits.");
        }

        return Iban.Remainder97(text) == 1 ? IdentifierCheck.Passed : new("The check digits do not fit.");
    }
}

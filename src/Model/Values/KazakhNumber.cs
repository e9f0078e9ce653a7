namespace FinInvest.Graph.Model.Values;

/// <summary>
/// What IIN and BIN share: twelve digits, the last a check digit in two passes. Weights 1 to 11 modulo 11; where that gives 10,
/// weights 3 to 11, 1, 2; where that gives 10 again, the number was never issued.
/// </summary>
internal static class KazakhNumber
{
    public static IdentifierCheck Check(string text, string name)
    {
        if (text.Length != 12 || !text.All(char.IsAsciiDigit))
        {
            return new($"{name} has twelve digits.");
        }

        var digit = Weighted(text, 1);
        if (digit == 10)
        {
            digit = Weighted(text, 3);
        }

        return digit == text[11] - '0' ? IdentifierCheck.Passed : new("The check digit does not fit.");
    }

    private static int Weighted(string text, int first)
    {
        var sum = 0;
        for (var i = 0; i < 11; i++)
        {
            sum += (text[i] - '0') * (((first - 1 + i) % 11) + 1);
        }

        return sum % 11;
    }
}

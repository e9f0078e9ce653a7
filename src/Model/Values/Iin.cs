namespace FinInvest.Graph.Model.Values;

/// <summary>Individual identification number of Kazakhstan: birth date, century and sex, serial number, check digit. The date is not checked: numbers without one were issued.</summary>
public static class Iin
{
    public static IdentifierCheck Check(string text) => KazakhNumber.Check(text, "An IIN");
}

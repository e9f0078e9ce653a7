using System.Globalization;

namespace FinInvest.Graph.Present.Words;

/// <summary>How figures are written, everywhere the same: money in groups of three, percent with one decimal, weights with two.</summary>
internal static class Wording
{
    /// <summary>A step of printed support (definitions H6).</summary>
    private const int SupportStepsPerUnit = 20;

    /// <summary>Guards a value that stands on a step against the last bit of a double.</summary>
    private const double StepTolerance = 1e-9;

    public static string Number(long value) => Money.Format(value, 0, " ");

    public static string Weight(double? value) => value is { } v ? Trim(v.ToString("0.00", CultureInfo.InvariantCulture)) : "n/a";

    /// <summary>Support from its lower to its upper end in steps of .05, rounded outward so that print never claims more than was computed.</summary>
    public static string Support(double? low, double? high)
    {
        if (low is not { } l || high is not { } h)
        {
            return "n/a";
        }

        var from = Math.Floor((l * SupportStepsPerUnit) + StepTolerance) / SupportStepsPerUnit;
        var to = Math.Ceiling((h * SupportStepsPerUnit) - StepTolerance) / SupportStepsPerUnit;
        return from == to ? Weight(from) : $"{Weight(from)} to {Weight(to)}";
    }

    public static string Percent(double? value) => value is { } v ? (v * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "n/a";

    public static string Count(long n, string one, string many = "") => $"{Number(n)} {(n == 1 ? one : many.Length > 0 ? many : one + "s")}";

    public static string List(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count switch { 0 => "", 1 => all[0], _ => string.Join(", ", all[..^1]) + " and " + all[^1] };
    }

    private static string Trim(string text) => text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text;
}

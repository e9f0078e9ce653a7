using System.Globalization;

namespace FinInvest.Graph.Model.Values;

/// <summary>What "as of" means for a result: how many loads and how many decisions the case held. Monotone, never a clock.</summary>
public readonly record struct CaseVersion(long Loads, long Decisions)
{
    public override string ToString() => $"{Loads}.{Decisions}";

    /// <summary>Reads a version as results print it: "3.1" = three loads, one decision.</summary>
    public static bool TryParse(string? text, out CaseVersion version)
    {
        var parts = text?.Split('.') ?? [];
        version = default;
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var loads) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var decisions))
        {
            return false;
        }

        version = new CaseVersion(loads, decisions);
        return true;
    }
}

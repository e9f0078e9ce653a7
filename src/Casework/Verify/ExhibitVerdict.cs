using System.Globalization;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Present.Exhibit;

namespace FinInvest.Graph.Casework.Verify;

/// <summary>What came of making an exhibit again.</summary>
/// <param name="Made">The exhibit as the case gives it now; null where it gives none.</param>
/// <param name="Difference">Where the two first differ, or why the case gives no such exhibit; empty where they are the same.</param>
/// <param name="SignOffs">Sign-offs of the exhibit that bears this hash: of this file only where the two are the same.</param>
public sealed record ExhibitVerdict(ExhibitHead Head, ExhibitFiles? Made, string Difference, IReadOnlyList<SignOff> SignOffs)
{
    public bool IsSame => Difference.Length == 0;

    /// <summary>What is to be said of it, in sentences.</summary>
    public IReadOnlyList<string> Sentences(string program)
    {
        var about = $"Exhibit {Head.ContentHash.Short(12)} of version {Head.Version} under {Head.Rule}";
        return
        [
            .. Head.IsWhole ? Array.Empty<string>() : [$"The exhibit was changed after it was made: it prints SHA-256 {Head.ContentHash.Short(12)}, its content has {Head.ComputedHash.Short(12)}."],
            IsSame ? $"{about} was made again and is the same, byte for byte." : Made is null ? $"{about} cannot be made from this case: {Difference}" : $"{about} is not what this case gives: {Difference}.",
            .. IsSame ? Array.Empty<string>() : SignOffs.Select(s => string.Create(CultureInfo.InvariantCulture, $"Decision {s.Number} ({s.By}) signed off the exhibit with that hash: this file is not it.")),
            .. Head.Program == program ? Array.Empty<string>() : [$"It says it was made by {Head.Program}; {program} made it again."],
        ];
    }
}

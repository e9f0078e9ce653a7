namespace FinInvest.Graph.Model.Results;

/// <summary>What holds under every conserving rule for one target or set (definitions E).</summary>
/// <param name="Target">Acquisition key, "balance:ACCOUNT", or "SET".</param>
/// <param name="Lower">L. <paramref name="UpperRecorded"/> U_rec, <paramref name="UpperOut"/> U_out: OUTSIDE returns nothing tainted / may return anything.</param>
/// <param name="Floor">Day-batch L: holds whatever the order inside a day.</param>
/// <param name="UpperCut">Minimum cut nearest the crime source: why no more could arrive.</param>
/// <param name="Outer">True where gains or links make the bounds outer ones.</param>
public sealed record BoundsResult(string Target, string Currency, long Cost, long Lower, long UpperRecorded, long UpperOut, long Floor, long FloorUpperRecorded, long FloorUpperOut,
    IReadOnlyList<CutElement> UpperCut, IReadOnlyList<CutElement> LowerCut, IReadOnlyList<string> Members, bool Outer, string Note = "");

namespace FinInvest.Graph.Model.Results;

/// <summary>What holds under every conserving rule for one target or set (definitions E).</summary>
/// <param name="Target">Acquisition key, "balance:ACCOUNT", or "SET".</param>
/// <param name="Lower">L. <paramref name="UpperRecorded"/> U_rec, <paramref name="UpperOut"/> U_out: OUTSIDE returns nothing tainted / may return anything.</param>
/// <param name="Floor">What holds whatever the order inside a day: L where every day group on the corridor has an evidenced order, else <paramref name="DayBatchLower"/>.</param>
/// <param name="FloorUpperRecorded">Day-batch U_rec. <paramref name="FloorUpperOut"/>: day-batch U_out.</param>
/// <param name="DayBatchLower">L with all events of an account's day merged (definitions E5).</param>
/// <param name="UpperCut">Minimum cut nearest the crime source: why no more could arrive.</param>
/// <param name="LowerCut">Minimum cut of the clean side nearest the target. <paramref name="UpperOutCut"/>: that of U_out, OUTSIDE included; empty where only the price limits it.</param>
/// <param name="Outer">True where <paramref name="OuterBecause"/> names something: the bounds are valid, perhaps not the tightest (definitions E3, E5, E7).</param>
/// <param name="ProvedFloors">The floor by tier of proof, strictest first; null where nobody said how the hops are proved.</param>
/// <param name="OuterBecause">What on a way to the target makes its bounds outer ones, in words; null or empty = both ends are reached by some attribution.</param>
public sealed record BoundsResult(string Target, string Currency, long Cost, long Lower, long UpperRecorded, long UpperOut, long Floor, long FloorUpperRecorded, long FloorUpperOut,
    IReadOnlyList<CutElement> UpperCut, IReadOnlyList<CutElement> LowerCut, IReadOnlyList<string> Members, bool Outer, string Note = "", long DayBatchLower = 0,
    IReadOnlyList<ProvedFloor>? ProvedFloors = null, IReadOnlyList<CutElement>? UpperOutCut = null, IReadOnlyList<string>? OuterBecause = null);

namespace FinInvest.Graph.Model.Results;

/// <summary>What an election takes from one asset, after those named before it.</summary>
/// <param name="Elected">U of the assets so far less U of those before, in minor units of the election's currency.</param>
public sealed record ElectedTarget(string Target, string Currency, long Cost, long Elected);

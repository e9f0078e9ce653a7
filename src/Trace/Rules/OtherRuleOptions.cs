using FinInvest.Graph.Model.Values;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>What the methods beside the conserving rules need to be told.</summary>
/// <param name="Pool">Accounts of the named pool (pari passu); null = every account of the case.</param>
/// <param name="Period">Days of the pool's contributions; null = all.</param>
/// <param name="ThresholdPercent">Poison: the flag is set only where claim money exceeds this share of the balance; 0 = any.</param>
/// <param name="ActionDay">Section 984: the day the action starts; null = not computed.</param>
public sealed record OtherRuleOptions(IReadOnlyList<string>? Pool = null, DayRange? Period = null, int ThresholdPercent = 0, Day? ActionDay = null);

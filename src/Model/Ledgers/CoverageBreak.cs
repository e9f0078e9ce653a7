namespace FinInvest.Graph.Model.Ledgers;

/// <summary>A gap in an account's coverage: last covered day before, first covered day after (null = never again).</summary>
public sealed record CoverageBreak(string Account, Day LastCovered, Day? Returns, long BalanceOut, long BalanceBack);

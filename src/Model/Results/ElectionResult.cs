namespace FinInvest.Graph.Model.Results;

/// <summary>
/// Election over an ordered list of assets (definitions D3). Only the amounts and the rest that is not elected are stated: the flow behind them is not
/// unique, so there is no path, no support and no composition.
/// </summary>
/// <param name="Currency">Currency of the amounts; "" = reference units of the case's rates.</param>
/// <param name="Established">Claim money charged, in that currency; null where it is charged in others too.</param>
/// <param name="NotElected">Established less what is elected, at least 0; null where Established is.</param>
/// <param name="Sentence">What a reader must know of it.</param>
public sealed record ElectionResult(string Rule, IReadOnlyList<ElectedTarget> Targets, string Currency, long? Established, long? NotElected, string Sentence);

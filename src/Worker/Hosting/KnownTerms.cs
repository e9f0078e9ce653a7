using FinInvest.Graph.Casework.LoadRecords;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>A sender's terms as they were read at this pass.</summary>
/// <param name="Mapping">SHA-256 of the mapping's bytes; "" = there is none.</param>
internal sealed record KnownTerms(LoadOptions Options, string Mapping);

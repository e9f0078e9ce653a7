using FinInvest.Graph.Ingest.Mapping;

namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>What the person who loads says of the files.</summary>
/// <param name="Grade">Admiralty grade such as "B2" for every document of the load; "" = ungraded.</param>
/// <param name="Permissions">Uses the partner allows: "court", "intelligence".</param>
/// <param name="RootSource">Who the documents rest on in the end; "" = the partner.</param>
/// <param name="OnlyIfRead">A load of which no row and no fact could be read is not committed, so that the same bytes can be loaded again under a mended mapping; the vault keeps them.</param>
public sealed record LoadOptions(RecordMapping? Mapping = null, string Grade = "", string Partner = "", IReadOnlyList<string>? Permissions = null, string RootSource = "", bool OnlyIfRead = false);

using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>A case that is open, with the loader that remembers what it knows of it.</summary>
internal sealed record OpenCase(ICaseStore Store, RecordLoader Loader);

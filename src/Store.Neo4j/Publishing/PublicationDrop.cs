using FinInvest.Graph.Store.Neo4j.Writing;

namespace FinInvest.Graph.Store.Neo4j.Publishing;

/// <summary>Removes publications, in batches, under the writer's lease.</summary>
internal static class PublicationDrop
{
    private const long AtOnce = 10_000;

    /// <summary>Removes all there is; from its first step on nobody sees any of it.</summary>
    public static async ValueTask<long> AllAsync(WriterLease lease, CancellationToken ct)
    {
        await lease.StepAsync("publish/hide", [], ct);
        return await ExceptAsync(lease, 0, ct);
    }

    /// <summary>Removes all but one publication; 0 = keeps none.</summary>
    /// <returns>Transfers and nodes removed.</returns>
    public static async ValueTask<long> ExceptAsync(WriterLease lease, long keep, CancellationToken ct)
    {
        var removed = 0L;
        foreach (var (from, to) in new[] { (1L, keep), (keep + 1, long.MaxValue) }.Where(r => r.Item1 < r.Item2))
        {
            foreach (var file in new[] { "publish/drop-transfers", "publish/drop-nodes" })
            {
                long gone;
                do
                {
                    ct.ThrowIfCancellationRequested();
                    removed += gone = await lease.StepAsync(file, [("from", from), ("to", to), ("limit", AtOnce)], ct);
                }
                while (gone > 0);
            }
        }

        for (long from = 1; from <= lease.Counts.Accounts; from += AtOnce)
        {
            await lease.StepAsync("publish/undescribe", [("from", from), ("to", from + AtOnce), ("keep", keep)], ct);
        }

        return removed;
    }
}

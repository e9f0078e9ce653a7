using System.Globalization;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j.Layout;

/// <summary>
/// Constraints and indexes of the database, by numbered files schema/N.cypher. Layouts only go forward: an older database is raised by who opens it to write; a newer one is refused.
/// The statements of a layout may be run again, so that two programs that raise at the same time do no harm.
/// </summary>
internal static class GraphLayout
{
    /// <summary>The newest layout this program knows.</summary>
    public static int Newest { get; } = CypherFile.Names.Count(n => n.StartsWith("schema/", StringComparison.Ordinal) && char.IsAsciiDigit(n["schema/".Length]));

    /// <summary>The layout of a database; 0 = none yet.</summary>
    public static ValueTask<int> ReadAsync(ICypherTransport transport, CancellationToken ct) => ReadAsync(transport, CypherFile.Statement("schema/version"), ct);

    /// <summary>The same by one call that is not made again after a fault.</summary>
    public static ValueTask<int> LookAsync(ICypherTransport transport, TimeSpan limit, CancellationToken ct) =>
        ReadAsync(transport, CypherFile.Statement("schema/version") with { AttemptsMax = 1, Limit = limit }, ct);

    private static async ValueTask<int> ReadAsync(ICypherTransport transport, CypherStatement statement, CancellationToken ct)
    {
        var found = new RowList<int>(r => (int)r.Int64(0));
        await transport.RunAsync(statement, AccessMode.Read, [], found, ct);
        return found.Rows.Count == 0 ? 0 : found.Rows[0];
    }

    /// <summary>Refuses a newer layout and raises an older one.</summary>
    /// <exception cref="StoreVersionException">A newer program wrote the database; nothing was changed.</exception>
    public static async ValueTask RaiseAsync(ICypherTransport transport, CancellationToken ct)
    {
        var layout = await ReadAsync(transport, ct);
        Require(layout);
        for (var step = layout + 1; step <= Newest; step++)
        {
            foreach (var statement in CypherFile.Statements(string.Create(CultureInfo.InvariantCulture, $"schema/{step}")))
            {
                await RunAsync(transport, statement, ct);
            }

            await transport.RunAsync(CypherFile.Statement("schema/raise", ("version", step)), AccessMode.Write, [], null, ct);
        }
    }

    /// <summary>Refuses a layout that this program does not know.</summary>
    public static void Require(int layout)
    {
        if (layout > Newest)
        {
            throw new StoreVersionException(string.Create(CultureInfo.InvariantCulture,
                $"The database has layout {layout}; this program knows layouts up to {Newest}. A newer program wrote it: use that one. Nothing was changed."));
        }
    }

    private static async ValueTask RunAsync(ICypherTransport transport, CypherStatement statement, CancellationToken ct)
    {
        try
        {
            await transport.RunAsync(statement, AccessMode.Write, [], null, ct);
        }
        catch (CypherException e) when (e.Code == "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists")
        {
            // Another program made it between our look and our making.
        }
    }
}

using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.Store.Neo4j.Transport.Resilience;

namespace FinInvest.Graph.Store.Neo4j;

/// <summary>
/// One case's statements on a server: the case is a parameter of each. Every call sees what this program wrote before, and a fault of the server leaves as an exception of the door's kind:
/// UnauthorizedAccessException for the user's rights, StoreFaultException for anything else, which says whether it may pass.
/// </summary>
internal sealed class CaseDatabase(ICypherTransport transport, string name)
{
    private readonly Lock change = new();
    private IReadOnlyList<string> bookmarks = [];

    /// <summary>The case.</summary>
    public string Name => name;

    /// <summary>Rows of a statement that reads.</summary>
    public async ValueTask<IReadOnlyList<T>> ReadAsync<T>(string file, Func<IRowValues, T> row, (string, object?)[] parameters, CancellationToken ct)
    {
        var sink = new RowList<T>(row);
        await ReadAsync(file, sink, parameters, ct);
        return sink.Rows;
    }

    /// <summary>Runs a statement that reads into a sink.</summary>
    public async ValueTask ReadAsync(string file, IRowSink sink, (string, object?)[] parameters, CancellationToken ct)
    {
        try
        {
            await transport.RunAsync(Statement(file, parameters), AccessMode.Read, Seen(), sink, ct);
        }
        catch (CypherException e)
        {
            throw Translate(e);
        }
    }

    /// <summary>Rows of a statement that writes; it may be run again by itself after a fault.</summary>
    public async ValueTask<IReadOnlyList<T>> WriteAsync<T>(string file, Func<IRowValues, T> row, (string, object?)[] parameters, CancellationToken ct)
    {
        var sink = new RowList<T>(row);
        try
        {
            await WriteRawAsync(Statement(file, parameters), sink, ct);
        }
        catch (CypherException e)
        {
            throw Translate(e);
        }

        return sink.Rows;
    }

    /// <summary>The same with faults as they come: for who can do something about them.</summary>
    /// <exception cref="CypherException">The fault.</exception>
    public async ValueTask<CypherSummary> WriteRawAsync(CypherStatement statement, IRowSink? sink, CancellationToken ct)
    {
        var summary = await transport.RunAsync(statement, AccessMode.Write, Seen(), sink, ct);
        if (summary.Bookmarks.Count > 0)
        {
            lock (change)
            {
                bookmarks = summary.Bookmarks;
            }
        }

        return summary;
    }

    /// <summary>Raises an older layout of the database.</summary>
    public async ValueTask RaiseLayoutAsync(CancellationToken ct)
    {
        try
        {
            await Layout.GraphLayout.RaiseAsync(transport, ct);
        }
        catch (CypherException e)
        {
            throw Translate(e);
        }
    }

    /// <summary>A statement of a file with its parameters and the case.</summary>
    public CypherStatement Statement(string file, (string, object?)[] parameters) => CypherFile.Statement(file, [("case", name), .. parameters]);

    /// <summary>A fault in the door's words.</summary>
    public static Exception Translate(CypherException e) =>
        e.Verdict == CypherVerdict.Fail && FaultList.IsOfTheUser(e.Code) ? new UnauthorizedAccessException(e.Message, e) : new StoreFaultException(e.Message, e.Verdict != CypherVerdict.Fail, e.RetryAfter, e);

    private IReadOnlyList<string> Seen()
    {
        lock (change)
        {
            return bookmarks;
        }
    }
}

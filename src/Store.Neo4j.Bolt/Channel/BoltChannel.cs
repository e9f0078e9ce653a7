using FinInvest.Graph.Store.Neo4j.Transport;
using Driver = global::Neo4j.Driver;

namespace FinInvest.Graph.Store.Neo4j.Bolt.Channel;

/// <summary>The official driver. It does not retry here: <see cref="ResilientTransport"/> does, the same way for every transport.</summary>
internal sealed class BoltChannel : ICypherChannel
{
    /// <summary>Records fetched at a time: 1,000, the driver's own choice, costs a third more.</summary>
    private const int FetchRows = 10_000;

    private readonly Neo4jSettings settings;
    private readonly Driver.IDriver driver;

    public BoltChannel(Neo4jSettings settings)
    {
        this.settings = settings;
        var address = settings.Address;
        var isPrivate = settings.TrustedCertificates is not null && address.Scheme.EndsWith("+s", StringComparison.Ordinal);
        if (isPrivate)
        {
            // The driver takes an authority of one's own only where the scheme does not say how to trust.
            address = new UriBuilder(address) { Scheme = address.Scheme[..^2] }.Uri;
        }

        driver = Driver.GraphDatabase.Driver(address, Driver.AuthTokens.Basic(settings.User, settings.Password), c =>
        {
            c.WithFetchSize(FetchRows).WithConnectionTimeout(TimeSpan.FromSeconds(5)).WithConnectionAcquisitionTimeout(TimeSpan.FromSeconds(30)).WithTelemetryDisabled();
            if (isPrivate)
            {
                c.WithEncryptionLevel(Driver.EncryptionLevel.Encrypted).WithCertificateTrustRule(Driver.CertificateTrustRule.TrustList, [settings.TrustedCertificates!]);
            }
        });
    }

    public async ValueTask<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, IRowSink? rows, CancellationToken ct)
    {
        var parameters = BoltParameters.Of(statement);
        var session = Session(mode, bookmarks);
        try
        {
            var summary = await PullAsync(() => session.RunAsync(statement.Text, parameters, t => t.WithTimeout(limit)), statement.Name, settings, rows, ct);
            return summary with { Bookmarks = session.LastBookmarks.Values };
        }
        finally
        {
            await EndAsync(session.CloseAsync());
        }
    }

    public async ValueTask<ICypherTransaction> BeginAsync(AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, CancellationToken ct)
    {
        var session = Session(mode, bookmarks);
        try
        {
            return new BoltTransaction(session, await BoltFaults.CallAsync("begin", settings, () => session.BeginTransactionAsync(t => t.WithTimeout(limit)), ct), settings);
        }
        catch
        {
            await EndAsync(session.CloseAsync());
            throw;
        }
    }

    public ValueTask DisposeAsync() => driver.DisposeAsync();

    /// <summary>Runs and gives the rows on as they come.</summary>
    internal static async ValueTask<CypherSummary> PullAsync(Func<Task<Driver.IResultCursor>> run, string doing, Neo4jSettings settings, IRowSink? rows, CancellationToken ct)
    {
        var cursor = await BoltFaults.CallAsync(doing, settings, run, ct);
        if (rows is not null)
        {
            var names = await BoltFaults.CallAsync(doing, settings, cursor.KeysAsync, ct);
            rows.Columns(names);
            var values = new RecordValues(names);
            while (await FetchAsync(cursor, doing, settings, ct))
            {
                values.Stand(cursor.Current);
                rows.Row(values);
            }
        }

        var summary = await BoltFaults.CallAsync(doing, settings, cursor.ConsumeAsync, ct);
        var operators = new List<string>();
        AddOperators(summary.HasPlan ? summary.Plan : null, operators);
        var counters = summary.Counters;
        return new CypherSummary([], counters.NodesCreated, counters.NodesDeleted, counters.RelationshipsCreated, counters.RelationshipsDeleted, counters.PropertiesSet, counters.LabelsAdded,
            counters.ConstraintsAdded, counters.IndexesAdded) { PlanOperators = operators };
    }

    /// <summary>Closing tells of the same fault again, or waits for a server that is gone: it gets two seconds and no say.</summary>
    internal static async ValueTask EndAsync(Task closing)
    {
        try
        {
            await closing.WaitAsync(TimeSpan.FromSeconds(2));
        }
        catch (Exception e) when (e is Driver.Neo4jException or IOException or TimeoutException or ObjectDisposedException)
        {
            // The fault itself has been thrown already.
        }
    }

    /// <summary>Nearly every record has come already: no task is made for it.</summary>
    private static ValueTask<bool> FetchAsync(Driver.IResultCursor cursor, string doing, Neo4jSettings settings, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var step = cursor.FetchAsync();
        return step.IsCompletedSuccessfully ? new ValueTask<bool>(step.Result) : BoltFaults.CallAsync(doing, settings, () => step, ct);
    }

    private static void AddOperators(Driver.IPlan? plan, List<string> operators)
    {
        if (plan is null)
        {
            return;
        }

        operators.Add(plan.OperatorType.Split('@')[0]);
        foreach (var child in plan.Children)
        {
            AddOperators(child, operators);
        }
    }

    private Driver.IAsyncSession Session(AccessMode mode, IReadOnlyList<string> bookmarks) => driver.AsyncSession(s => s
        .WithDatabase(settings.Database)
        .WithDefaultAccessMode(mode == AccessMode.Read ? Driver.AccessMode.Read : Driver.AccessMode.Write)
        .WithBookmarks(Driver.Bookmarks.From(bookmarks)));
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using FinInvest.Graph.Store.Neo4j.Transport.Resilience;

namespace FinInvest.Graph.Store.Neo4j.Transport.Http;

/// <summary>
/// Neo4j's Query API (5.25 or later) over HTTP. A single statement is two requests, begin and commit with the statement in it: the server takes a time limit only where a transaction begins,
/// and a transaction whose id is known can be taken back when its answer is lost.
/// </summary>
internal sealed class QueryApiChannel : ICypherChannel
{
    private const int FirstPieceBytes = 1 << 16;
    private const int RowBytesMax = 1 << 26;
    private const string AffinityHeader = "neo4j-cluster-affinity";
    private static readonly MediaTypeWithQualityHeaderValue PlainJson = new("application/json");
    private readonly HttpClient http;
    private readonly Neo4jSettings settings;
    private readonly AuthenticationHeaderValue authorization;
    private readonly Uri transactions;

    public QueryApiChannel(Neo4jSettings settings)
    {
        this.settings = settings;
        authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}")));
        transactions = new Uri(settings.Address, $"/db/{Uri.EscapeDataString(settings.Database)}/query/v2/tx");
        http = new HttpClient(Handler(settings)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async ValueTask<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, IRowSink? rows, CancellationToken ct)
    {
        var body = RequestBody.Run(statement);
        await using var transaction = await BeginTransactionAsync(mode, bookmarks, limit, ct);
        return await transaction.CommitWithAsync(statement, body, rows, ct);
    }

    public async ValueTask<ICypherTransaction> BeginAsync(AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, CancellationToken ct) =>
        await BeginTransactionAsync(mode, bookmarks, limit, ct);

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<QueryApiTransaction> BeginTransactionAsync(AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, CancellationToken ct)
    {
        var (answer, affinity) = await CallAsync("", "begin", RequestBody.Begin(mode, bookmarks, limit), null, null, ct);
        return new QueryApiTransaction(this, answer.TransactionId ?? throw Fault(CypherCodes.AnswerNotUnderstood, "The answer names no transaction", "begin"), affinity);
    }

    /// <summary>One request under .../tx and its whole answer; a fault in it is thrown.</summary>
    /// <param name="path">What follows .../tx: "", "/id" or "/id/commit".</param>
    public async ValueTask<(AnswerParser Answer, string? Affinity)> CallAsync(string path, string doing, ReadOnlyMemory<byte> body, IRowSink? rows, string? affinity, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Post, path, affinity);
        request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        HttpResponseMessage? response = null;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var parser = new AnswerParser(rows);
            var stream = await response.Content.ReadAsStreamAsync(ct);
            await ReadAsync(stream, parser, ct);
            if (parser.ErrorCode is { } code)
            {
                var isGone = response.StatusCode == HttpStatusCode.NotFound && code == FaultList.RequestInvalid && path.Length > 0;
                // The server's words where its reader of the body failed, which a cut request does and ours do not otherwise.
                var isCut = code == FaultList.RequestInvalid && parser.ErrorMessage.StartsWith("Request body invalid", StringComparison.Ordinal);
                throw Fault(isGone ? CypherCodes.TransactionGone : isCut ? CypherCodes.RequestCutShort : code, parser.ErrorMessage, doing);
            }

            if (!parser.IsWhole)
            {
                throw Fault(CypherCodes.AnswerCutShort, "The connection ended in the middle", doing);
            }

            return (parser, response.Headers.TryGetValues(AffinityHeader, out var values) ? values.First() : affinity);
        }
        catch (SinkFaultException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
        catch (JsonException e)
        {
            var isProxy = response?.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
            throw Fault(isProxy ? CypherCodes.ConnectionLost : CypherCodes.AnswerNotUnderstood, $"The answer (status {(int?)response?.StatusCode}) is no answer of the Query API", doing, e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw new CypherException(CypherCodes.ConnectionLost, CypherVerdict.Fail,
                $"Neo4j at {settings}, {doing}: no secure connection. {e.InnerException?.Message ?? e.Message} Let the server's certificate name this host, and name the authority that signed it if it is not a public one.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException && !ct.IsCancellationRequested)
        {
            throw Fault(response is null ? CypherCodes.ConnectionLost : CypherCodes.AnswerCutShort, e.Message, doing, e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw Fault(CypherCodes.ConnectionLost, "Nobody took the connection in time.", doing, e);
        }
        finally
        {
            response?.Dispose();
        }
    }

    /// <summary>Takes a transaction back. The server does so by itself after a while, so that nothing is reported from here.</summary>
    public async ValueTask RollBackAsync(string id, string? affinity)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        using var request = Request(HttpMethod.Delete, "/" + id, affinity);
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // Nobody is there: the transaction is gone with the server, or ends at its limit.
        }
    }

    public CypherException Fault(string code, string said, string doing, Exception? cause = null) => FaultList.Fault(code, said, doing, settings, cause);

    private HttpRequestMessage Request(HttpMethod method, string path, string? affinity)
    {
        var request = new HttpRequestMessage(method, transactions.AbsoluteUri + path);
        request.Headers.Authorization = authorization;
        request.Headers.Accept.Add(PlainJson);
        if (affinity is not null)
        {
            request.Headers.Add(AffinityHeader, affinity);
        }

        return request;
    }

    /// <summary>Feeds the parser until the body ends. The buffer grows to the longest row and never beyond its limit.</summary>
    private static async ValueTask ReadAsync(Stream stream, AnswerParser parser, CancellationToken ct)
    {
        var buffer = new byte[FirstPieceBytes];
        var held = 0;
        while (true)
        {
            var got = await stream.ReadAsync(buffer.AsMemory(held), ct);
            if (got == 0)
            {
                return;
            }

            held += got;
            var used = parser.Read(buffer.AsMemory(0, held));
            held -= used;
            buffer.AsSpan(used, held).CopyTo(buffer);
            if (held == buffer.Length)
            {
                if (held >= RowBytesMax)
                {
                    throw new JsonException($"A row is longer than {RowBytesMax} bytes.");
                }

                Array.Resize(ref buffer, 2 * buffer.Length);
            }
        }
    }

    private static SocketsHttpHandler Handler(Neo4jSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
        };
        if (settings.TrustedCertificates is { } file)
        {
            var trusted = new X509Certificate2Collection();
            trusted.ImportFromPemFile(file);
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(trusted);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return handler;
    }
}

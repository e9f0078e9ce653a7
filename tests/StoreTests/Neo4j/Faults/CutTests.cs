using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Embedded;
using FinInvest.Graph.StoreTests.Kill;
using FinInvest.Graph.StoreTests.Neo4j.Transport;
using Xunit;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>Connections that break, against a real server.</summary>
[Collection(ProcessesCollection.Name)]
public class CutTests(Neo4jServer server)
{
    private static readonly Dictionary<string, object?> None = [];

    [Theory]
    [InlineData(CutAtBefore)]
    [InlineData(CutAtAfter)]
    [InlineData(CutAtMiddle)]
    public async Task Rows_that_are_written_and_read_through_a_breaking_connection_are_all_there_once(string where)
    {
        var settings = await server.SettingsAsync();
        await using var proxy = new FaultProxy(settings.Address);
        await using var transport = ResilientTransport.OverHttp(Through(proxy, settings));
        var key = Guid.NewGuid().ToString("N");
        var create = new CypherStatement("constraint", "CREATE CONSTRAINT cut_test IF NOT EXISTS FOR (n:CutTest) REQUIRE (n.key, n.i) IS UNIQUE", None);
        await transport.RunAsync(create, AccessMode.Write, [], null, default);
        proxy.Cut = n => n % 3 == 0 ? Enum.Parse<CutAt>(where) : CutAt.Nowhere;
        for (var batch = 0; batch < 12; batch++)
        {
            var list = Enumerable.Range(batch * 50, 50).Select(i => (object?)(long)i).ToList();
            await transport.RunAsync(new CypherStatement("write", "UNWIND $list AS i MERGE (:CutTest {key: $key, i: i})", new Dictionary<string, object?> { ["list"] = list, ["key"] = key }),
                AccessMode.Write, [], null, default);
        }

        var rows = new RowList<long>(r => r.Int64(0));
        await transport.RunAsync(new CypherStatement("read", "MATCH (n:CutTest {key: $key}) RETURN n.i AS i ORDER BY i", new Dictionary<string, object?> { ["key"] = key }), AccessMode.Read, [], rows, default);
        Assert.Equal(Enumerable.Range(0, 600).Select(i => (long)i), rows.Rows);
        Assert.InRange(proxy.Cuts, 8, proxy.Calls / 2);
        Assert.True(transport.Retries > 0);
    }

    [Fact]
    public async Task A_connection_that_always_breaks_is_given_up_with_a_sentence()
    {
        var settings = await server.SettingsAsync();
        await using var proxy = new FaultProxy(settings.Address) { Cut = _ => CutAt.InTheMiddleOfTheAnswer };
        await using var transport = ResilientTransport.OverHttp(Through(proxy, settings));
        var fault = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(new CypherStatement("one", "RETURN 1", None), AccessMode.Read, [], null, default));
        Assert.Equal((CypherCodes.AnswerCutShort, CypherVerdict.Retry, 8), (fault.Code, fault.Verdict, proxy.Calls));
        Assert.Contains("tried 8 times", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_the_sentence_names_the_address()
    {
        await using var transport = ResilientTransport.OverHttp(new Neo4jSettings(new Uri("http://127.0.0.1:1"), "neo4j", "x") { AttemptsMax = 2, FirstPause = TimeSpan.FromMilliseconds(5) });
        var fault = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(new CypherStatement("one", "RETURN 1", None), AccessMode.Read, [], null, default));
        Assert.Equal((CypherCodes.ConnectionLost, CypherVerdict.Retry), (fault.Code, fault.Verdict));
        Assert.Contains("http://127.0.0.1:1/", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Is the server running", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_tried_once_and_a_server_that_asks_for_peace_gets_it()
    {
        var settings = await server.SettingsAsync();
        await using var proxy = new FaultProxy(settings.Address);
        var user = "u" + Guid.NewGuid().ToString("N");
        await using (var admin = ResilientTransport.OverHttp(new Neo4jSettings(settings.Address, settings.User, Password(settings)) { Database = "system" }))
        {
            await admin.RunAsync(new CypherStatement("user", $"CREATE USER {user} SET PASSWORD 'right-password' CHANGE NOT REQUIRED", None), AccessMode.Write, [], null, default);
        }

        await using var wrong = ResilientTransport.OverHttp(new Neo4jSettings(proxy.Address, user, "wrong-password"));
        var one = new CypherStatement("one", "RETURN 1", None);
        var first = await Assert.ThrowsAsync<CypherException>(async () => await wrong.RunAsync(one, AccessMode.Read, [], null, default));
        Assert.Equal(("Neo.ClientError.Security.Unauthorized", CypherVerdict.Fail, 1), (first.Code, first.Verdict, proxy.Calls));
        Assert.DoesNotContain("wrong-password", first.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<CypherException>(async () => await wrong.RunAsync(one, AccessMode.Read, [], null, default));
        await Assert.ThrowsAsync<CypherException>(async () => await wrong.RunAsync(one, AccessMode.Read, [], null, default));

        // The server now refuses the user for five seconds, with the right password too; one pause later it goes through.
        await using var right = ResilientTransport.OverHttp(new Neo4jSettings(proxy.Address, user, "right-password"));
        var before = proxy.Calls;
        await right.RunAsync(one, AccessMode.Read, [], null, default);
        Assert.Equal((1L, before + 3), (right.Retries, proxy.Calls));
    }

    [Fact]
    public async Task Two_writers_in_each_others_way_both_come_through()
    {
        var settings = await server.SettingsAsync();
        await using var one = ResilientTransport.OverHttp(settings);
        await using var two = ResilientTransport.OverHttp(settings);
        var key = Guid.NewGuid().ToString("N");
        await one.RunAsync(new CypherStatement("nodes", "UNWIND [1, 2] AS i CREATE (:DeadlockTest {key: $key, i: i, n: 0})", new Dictionary<string, object?> { ["key"] = key }), AccessMode.Write, [], null, default);
        using var meeting = new Barrier(2);
        var met = 0;
        async Task WriteAsync(ICypherTransport transport, long first)
        {
            await transport.InTransactionAsync(AccessMode.Write, [], async (t, ct) =>
            {
                await t.RunAsync(Add(key, first), null, ct);
                if (Interlocked.Increment(ref met) <= 2)
                {
                    await Task.Run(() => meeting.SignalAndWait(ct), ct);
                }

                return await t.RunAsync(Add(key, 3 - first), null, ct);
            }, default);
        }

        await Task.WhenAll(WriteAsync(one, 1), WriteAsync(two, 2));
        var rows = new RowList<long>(r => r.Int64(0));
        await one.RunAsync(new CypherStatement("sum", "MATCH (n:DeadlockTest {key: $key}) RETURN sum(n.n) AS n", new Dictionary<string, object?> { ["key"] = key }), AccessMode.Read, [], rows, default);
        Assert.Equal([4], rows.Rows);
        Assert.Equal(1, one.Retries + two.Retries);
    }

    [Fact]
    public async Task A_certificate_is_asked_for_and_believed_only_when_its_authority_is_trusted()
    {
        var settings = await server.SettingsAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var folder = new PassingFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "authority.pem");
        await File.WriteAllTextAsync(file, made.ExportCertificatePem());
        await using var proxy = new FaultProxy(settings.Address, X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null));
        var one = new CypherStatement("one", "RETURN 1", None);
        await using (var stranger = ResilientTransport.OverHttp(new Neo4jSettings(proxy.Address, settings.User, Password(settings))))
        {
            var fault = await Assert.ThrowsAsync<CypherException>(async () => await stranger.RunAsync(one, AccessMode.Read, [], null, default));
            Assert.Equal((CypherVerdict.Fail, 0), (fault.Verdict, proxy.Calls));
            Assert.Contains("certificate", fault.Message, StringComparison.Ordinal);
        }

        await using var friend = ResilientTransport.OverHttp(new Neo4jSettings(proxy.Address, settings.User, Password(settings)) { TrustedCertificates = file });
        await friend.RunAsync(one, AccessMode.Read, [], null, default);
        await using var misnamed = ResilientTransport.OverHttp(new Neo4jSettings(new Uri($"https://127.0.0.1:{proxy.Address.Port}"), settings.User, Password(settings)) { TrustedCertificates = file });
        await Assert.ThrowsAsync<CypherException>(async () => await misnamed.RunAsync(one, AccessMode.Read, [], null, default));
    }

    [Fact]
    public async Task What_answers_and_is_no_Neo4j_is_named()
    {
        using var other = new HttpListener();
        var port = new Random().Next(20_000, 60_000);
        other.Prefixes.Add($"http://127.0.0.1:{port}/");
        other.Start();
        var answering = Task.Run(async () =>
        {
            var context = await other.GetContextAsync();
            context.Response.StatusCode = 200;
            await context.Response.OutputStream.WriteAsync("<html>welcome</html>"u8.ToArray());
            context.Response.Close();
        });
        await using var transport = ResilientTransport.OverHttp(new Neo4jSettings(new Uri($"http://127.0.0.1:{port}"), "neo4j", "x"));
        var fault = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(new CypherStatement("one", "RETURN 1", None), AccessMode.Read, [], null, default));
        Assert.Equal((CypherCodes.AnswerNotUnderstood, CypherVerdict.Fail), (fault.Code, fault.Verdict));
        await answering;
    }

    [Fact]
    public async Task A_request_that_the_server_could_not_read_whole_is_sent_again()
    {
        using var other = new HttpListener();
        var port = new Random().Next(20_000, 60_000);
        other.Prefixes.Add($"http://127.0.0.1:{port}/");
        other.Start();
        var calls = 0;
        var answering = Task.Run(async () =>
        {
            while (++calls <= 3)
            {
                var context = await other.GetContextAsync();
                context.Response.StatusCode = 400;
                await context.Response.OutputStream.WriteAsync("""{"errors":[{"code":"Neo.ClientError.Request.Invalid","message":"Request body invalid."}]}"""u8.ToArray());
                context.Response.Close();
            }
        });
        await using var transport = ResilientTransport.OverHttp(new Neo4jSettings(new Uri($"http://127.0.0.1:{port}"), "neo4j", "x") { AttemptsMax = 3, FirstPause = TimeSpan.FromMilliseconds(5) });
        var fault = await Assert.ThrowsAsync<CypherException>(async () => await transport.RunAsync(new CypherStatement("one", "RETURN 1", None), AccessMode.Read, [], null, default));
        Assert.Equal((CypherCodes.RequestCutShort, CypherVerdict.Retry, 2L), (fault.Code, fault.Verdict, transport.Retries));
        await answering;
    }

    private const string CutAtBefore = nameof(CutAt.BeforeTheRequest);
    private const string CutAtAfter = nameof(CutAt.AfterTheRequest);
    private const string CutAtMiddle = nameof(CutAt.InTheMiddleOfTheAnswer);

    private static CypherStatement Add(string key, long i) =>
        new("add", "MATCH (n:DeadlockTest {key: $key, i: $i}) SET n.n = n.n + 1", new Dictionary<string, object?> { ["key"] = key, ["i"] = i });

    private static string Password(Neo4jSettings settings) => settings.Password;

    private static Neo4jSettings Through(FaultProxy proxy, Neo4jSettings settings) =>
        new(proxy.Address, settings.User, Password(settings)) { AttemptsMax = 8, FirstPause = TimeSpan.FromMilliseconds(5), LongestPause = TimeSpan.FromMilliseconds(20) };
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace FinInvest.Graph.StoreTests.Neo4j.Faults;

/// <summary>
/// Stands between a client and the server's HTTP port, counts the calls and cuts the connection at those that <see cref="Cut"/> names: before the request reaches the server,
/// after it did and before any answer, or in the middle of the answer.
/// </summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentBag<Task> talks = [];
    private readonly Uri server;
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;
    private int calls;

    /// <param name="certificate">Speak TLS to the client with this one.</param>
    /// <param name="port">Where it listens; 0 = any free port.</param>
    public FaultProxy(Uri server, X509Certificate2? certificate = null, int port = 0)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        this.server = server;
        this.certificate = certificate;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"{(certificate is null ? "http" : "https")}://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>What to do at the n-th call, from 1.</summary>
    public Func<int, CutAt> Cut { get; set; } = _ => CutAt.Nowhere;

    public int Calls => Volatile.Read(ref calls);
    public int Cuts { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(talks);
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                talks.Add(TalkAsync(await listener.AcceptTcpClientAsync(end.Token)));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        using (var upstream = new TcpClient())
        {
            try
            {
                await upstream.ConnectAsync(server.Host, server.Port, end.Token);
                Stream near = client.GetStream();
                if (certificate is not null)
                {
                    var tls = new SslStream(near);
                    await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, end.Token);
                    near = tls;
                }

                while (await CallAsync(near, upstream.GetStream()))
                {
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // Either side hung up.
            }

            // The client sees a reset, not an end: the harder fault.
            client.Client.LingerState = new LingerOption(true, 0);
        }
    }

    /// <summary>One request and its answer. False = cut, or the client went away.</summary>
    private async Task<bool> CallAsync(Stream near, Stream far)
    {
        var request = await MessageAsync(near);
        if (request.Length == 0)
        {
            return false;
        }

        var cut = Cut(Interlocked.Increment(ref calls));
        Cuts += cut == CutAt.Nowhere ? 0 : 1;
        if (cut == CutAt.BeforeTheRequest)
        {
            return false;
        }

        await far.WriteAsync(request, end.Token);
        var answer = await MessageAsync(far);
        if (cut == CutAt.AfterTheRequest)
        {
            return false;
        }

        await near.WriteAsync(cut == CutAt.InTheMiddleOfTheAnswer ? answer.AsMemory(0, answer.Length - Math.Max(1, answer.Length / 4)) : answer, end.Token);
        await near.FlushAsync(end.Token);
        return cut == CutAt.Nowhere;
    }

    /// <summary>A whole HTTP message, with a length or in chunks.</summary>
    private async Task<byte[]> MessageAsync(Stream stream)
    {
        var message = new MemoryStream();
        var piece = new byte[1 << 16];
        while (true)
        {
            var got = await stream.ReadAsync(piece, end.Token);
            if (got == 0)
            {
                return message.ToArray();
            }

            message.Write(piece, 0, got);
            if (IsWhole(message.GetBuffer().AsSpan(0, (int)message.Length)))
            {
                return message.ToArray();
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> message)
    {
        var body = message.IndexOf("\r\n\r\n"u8) + 4;
        if (body < 4)
        {
            return false;
        }

        var head = Encoding.ASCII.GetString(message[..body]);
        if (head.Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            return message.EndsWith("\r\n0\r\n\r\n"u8) || message[body..].SequenceEqual("0\r\n\r\n"u8);
        }

        var at = head.IndexOf("content-length:", StringComparison.OrdinalIgnoreCase);
        return at < 0 || message.Length >= body + int.Parse(head[(at + 15)..head.IndexOf('\r', at)], System.Globalization.CultureInfo.InvariantCulture);
    }
}

using FinInvest.Graph.Casework.Budgets;
using FinInvest.Graph.Casework.Caching;
using FinInvest.Graph.Casework.Replica;
using FinInvest.Graph.Casework.Versions;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Reconcile.Registers;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework;

/// <summary>
/// A case opened at a version: its facts and its effective ledger, made once and asked many times. Where a cache keeps what was derived, it stands on the
/// memory of the cache's file until it is disposed; nothing of it may be read after that.
/// </summary>
public sealed class CaseFile : IDisposable
{
    private readonly ICacheEntry? entry;

    private CaseFile(OpenedCase opened, ICacheEntry? entry)
    {
        this.entry = entry;
        Held = opened.Held;
        Version = opened.Version;
        Reconciliation = opened.Reconciliation;
        RejectCount = opened.Rejects;
    }

    public CaseVersion Version { get; }
    public Reconciliation Reconciliation { get; }
    public CaseFacts Facts => Reconciliation.Facts;
    public long RejectCount { get; }

    /// <summary>Every document of the case, those that a decision excludes among them; <see cref="Facts"/> has those that count.</summary>
    public IReadOnlyList<SourceDocument> Held { get; }

    /// <summary>Documents with rows that count and no grade, so that nothing read from them is relied on.</summary>
    public IReadOnlyList<SourceDocument> Ungraded()
    {
        var graded = Facts.All<DocumentGrade>().Where(g => g.Grade.Length > 0).Select(g => g.Document).ToList();
        var withRows = Reconciliation.Statements.Select(s => s.Document).ToHashSet();
        withRows.UnionWith(Reconciliation.Ledger.Documents);
        return [.. Facts.Documents.Where(d => withRows.Contains(d.Hash) && !graded.Any(g => g == d.Name || (g.Length >= 6 && d.Hash.Hex.StartsWith(g, StringComparison.Ordinal))))];
    }

    /// <summary>Whether it came from a cache, so that nothing had to be derived.</summary>
    public bool IsFromCache => entry is not null;

    /// <summary>Which part of the case it was made of; null = the whole case.</summary>
    public CorridorExtent? Extent { get; private init; }

    /// <summary>Reads the whole case at a version and derives what it is; with a cache, only where that does not keep it yet.</summary>
    /// <param name="at">A version the case had; null = as of now.</param>
    /// <param name="rows">Where a copy of the rows is kept near the program: then only the rows of loads that it lacks are read from the store.</param>
    /// <exception cref="ArgumentException">The case never had this version.</exception>
    /// <exception cref="CaseRefusalException">Rows of this version were expunged since.</exception>
    public static async Task<CaseFile> OpenAsync(ICaseGraph graph, CancellationToken ct, ICaseCache? cache = null, CaseVersion? at = null, ICaseCache? rows = null)
    {
        var version = await CaseVersions.ResolveAsync(graph, at, ct);
        if (cache is null)
        {
            return new CaseFile(await DeriveAsync(graph, version, rows, ct), null);
        }

        var key = await CaseKey.OfAsync(graph, version, ct);
        if (cache.Open(key) is { } entry)
        {
            return new CaseFile(OpenedCase.Read(entry), entry);
        }

        var derived = await DeriveAsync(graph, version, rows, ct);

        // The cache keeps one entry: a look at an earlier version must not throw out the one that every other question needs.
        if (at is null || version == await graph.VersionAsync(ct))
        {
            cache.Keep(key, derived.Sections());
        }

        return new CaseFile(derived, null);
    }

    /// <summary>
    /// The same within a budget: a case of more rows, which no cache has the ledger of, is made of the rows that bear on the question. Traces of its assets under every rule, L and U on the recorded
    /// movements, and paths of money to them are those of the whole case; what is not says so.
    /// </summary>
    /// <exception cref="CaseRefusalException">More rows than the budget bear on the question, or the case states no as-of date.</exception>
    public static async Task<CaseFile> OpenWithinAsync(ICaseGraph graph, RowBudget budget, CancellationToken ct, ICaseCache? cache = null, CaseVersion? at = null, ICaseCache? rows = null)
    {
        var version = await CaseVersions.ResolveAsync(graph, at, ct);
        var loads = await graph.LoadsAsync(version, ct);
        if (loads.Sum(RowKeys.Rows) <= budget.Rows)
        {
            return await OpenAsync(graph, ct, cache, at, rows);
        }

        if (cache?.Open(await CaseKey.OfAsync(graph, version, ct)) is { } entry)
        {
            return new CaseFile(OpenedCase.Read(entry), entry);
        }

        var facts = await graph.FactsAsync(version, ct);
        using var replica = RowReplica.Open(graph, version, loads, rows, await IsNewestAsync(graph, version, ct), ct);
        var extent = CorridorReader.Read(facts, accounts => replica.IsKept || accounts is null ? replica.Pages
            : graph.PostingsAsync(new LedgerRequest(version, Accounts: accounts), ct).ToBlockingEnumerable(ct), budget, out var pages, out var kept, ct);
        var rejects = loads.Sum(l => l.Documents.Sum(d => d.Rejects));
        return new CaseFile(new OpenedCase(version, LedgerBuilder.Build(kept, pages), rejects, facts.Documents), null) { Extent = extent };
    }

    private static async ValueTask<bool> IsNewestAsync(ICaseGraph graph, CaseVersion version, CancellationToken ct) => version.Loads == (await graph.VersionAsync(ct)).Loads;

    private static async Task<OpenedCase> DeriveAsync(ICaseGraph graph, CaseVersion version, ICaseCache? rows, CancellationToken ct)
    {
        var facts = await graph.FactsAsync(version, ct);
        var loads = await graph.LoadsAsync(version, ct);
        using var replica = RowReplica.Open(graph, version, loads, rows, await IsNewestAsync(graph, version, ct), ct);
        var made = LedgerBuilder.Build(facts, replica.Pages);
        var rejects = loads.Sum(l => l.Documents.Sum(d => d.Rejects));
        return new OpenedCase(version, made with { Refused = [.. made.Refused, .. ReferenceCheck.Find(facts, made)] }, rejects, facts.Documents);
    }

    /// <inheritdoc/>
    public void Dispose() => entry?.Dispose();

    /// <summary>The key of a target as a person types it: an asset ("A-12"), an acquisition ("A-12#1"), or "balance:ACCOUNT".</summary>
    /// <exception cref="CaseQuestionException">No such asset or account, or an asset with several acquisitions.</exception>
    public string Target(string typed)
    {
        var register = Reconciliation.Register;
        if (typed.StartsWith("balance:", StringComparison.Ordinal))
        {
            var account = typed["balance:".Length..];
            return Reconciliation.Ledger.AccountIndex(account) > 0 ? typed
                : throw new CaseQuestionException($"The case has no rows of an account '{account}'. `fininvest status` lists its accounts.");
        }

        if (register.Acquisitions.Any(a => a.Key == typed))
        {
            return typed;
        }

        var own = register.Acquisitions.Where(a => a.Asset == typed).ToList();
        return own.Count switch
        {
            1 => own[0].Key,
            0 when Facts.All<Asset>().Any(a => a.Id == typed) => throw new CaseQuestionException(
                $"Asset '{typed}' has no cost line that could be tied to a row; `fininvest status` says why."),
            0 => throw new CaseQuestionException(
                $"The case has no asset '{typed}'. It has: {(register.Acquisitions.Count == 0 ? "none" : string.Join(", ", register.Acquisitions.Select(a => a.Asset).Distinct().Take(12)))}."),
            _ => throw new CaseQuestionException($"Asset '{typed}' was acquired {own.Count} times; say which: {string.Join(", ", own.Select(a => a.Key))}."),
        };
    }
}

using System.Globalization;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Versions;

/// <summary>Which versions of a case can be read: those it had, one after the other, except where a court's order has taken rows out of them since.</summary>
public static class CaseVersions
{
    /// <summary>The version to read: the one asked for, else the present one.</summary>
    /// <exception cref="ArgumentException">The case has not reached it, or never had it.</exception>
    /// <exception cref="CaseRefusalException">A document of it was expunged since, so that it cannot be read as it was.</exception>
    public static async ValueTask<CaseVersion> ResolveAsync(ICaseGraph graph, CaseVersion? asked, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var now = await graph.VersionAsync(ct);
        if (asked is not { } at || at == now)
        {
            return now;
        }

        if (at.Loads > now.Loads || at.Decisions > now.Decisions)
        {
            throw new ArgumentException($"The case is at version {now}; there is no version {at} yet.");
        }

        var loads = await graph.LoadsAsync(now, ct);
        var (first, last) = Decisions(loads, now, at.Loads);
        if (at.Decisions < first || at.Decisions > last)
        {
            throw new ArgumentException($"The case never had version {at}: with {Count(at.Loads, "load")} it went from {at with { Decisions = first }} to {at with { Decisions = last }}.");
        }

        await RequireWholeAsync(graph, loads, at, now, ct);
        return at;
    }

    /// <summary>The versions the case had from one to another, both included, each one load or one decision after the one before.</summary>
    /// <param name="from">Not later than <paramref name="to"/>; both are versions the case had.</param>
    public static async ValueTask<IReadOnlyList<CaseVersion>> BetweenAsync(ICaseGraph graph, CaseVersion from, CaseVersion to, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var loads = await graph.LoadsAsync(to, ct);
        var versions = new List<CaseVersion> { from };
        for (var at = from; at != to;)
        {
            at = at.Loads < to.Loads && at.Decisions >= Decisions(loads, to, at.Loads).Last ? at with { Loads = at.Loads + 1 } : at with { Decisions = at.Decisions + 1 };
            versions.Add(at);
        }

        return versions;
    }

    /// <summary>How many decisions the case had while it had so many loads.</summary>
    private static (long First, long Last) Decisions(IReadOnlyList<LoadReceipt> loads, CaseVersion now, long count) =>
        (count == 0 ? 0 : loads[(int)count - 1].Version.Decisions, count == now.Loads ? now.Decisions : loads[(int)count].Version.Decisions);

    private static async ValueTask RequireWholeAsync(ICaseGraph graph, IReadOnlyList<LoadReceipt> loads, CaseVersion at, CaseVersion now, CancellationToken ct)
    {
        var gone = loads.Where(l => l.Load <= at.Loads).SelectMany(l => l.Documents).Where(d => d.IsExpunged).Select(d => d.Document.Hash).ToHashSet();
        if (gone.Count == 0)
        {
            return;
        }

        var orders = (await graph.FactsAsync(now, ct)).Decisions.Where(d => d.Kind == DecisionKinds.Expunge && d.Number > at.Decisions && gone.Contains(new Sha256(d.Subject))).ToList();
        if (orders.Count > 0)
        {
            throw new CaseRefusalException(string.Create(CultureInfo.InvariantCulture,
                $"Version {at} cannot be read any more: {string.Join("; ", orders.Select(d => $"decision {d.Number} ({d.By}, {d.On}) expunged document {new Sha256(d.Subject).Short(12)} by order of {d.Value}"))}. What was printed of it then cannot be made again; versions with that decision can be read."));
        }
    }

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}

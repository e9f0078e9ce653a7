using FinInvest.Graph.Assess.Schemes;
using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Tests.Assess.Support;

/// <summary>
/// A traced flow and its evidence by hand. Hop h is a transfer of movement h on row "S/h+1", paid from OUTSIDE (so it has no holder element):
/// an item supports it by "transfer:S/n".
/// </summary>
internal sealed class HandMadeLink
{
    private readonly List<ReliedItem> items = [];
    private readonly List<(int From, int To, long Minor, int Hop)> arcs = [];

    public HandMadeLink Arc(int from, int to, long minor, int hop)
    {
        arcs.Add((from, to, minor, hop));
        return this;
    }

    public HandMadeLink Item(string id, string group, int? reliability, int credibility, string supports = "", string contradicts = "", string? resolvedBy = null)
    {
        items.Add(new ReliedItem(id, group, "", reliability, credibility, Names(supports), Names(contradicts), resolvedBy, []));
        return this;
    }

    public LinkModel Model(decimal theta)
    {
        var nodes = arcs.Max(a => a.To) + 1;
        var minor = new long[nodes];
        foreach (var a in arcs)
        {
            minor[a.To] += a.Minor;
        }

        var sorted = arcs.OrderBy(a => a.To).ToList();
        var hops = Enumerable.Range(0, arcs.Max(a => a.Hop) + 1).Select(h => new FlowHop("transfer", h)).ToList();
        var draft = new LedgerDraft();
        var account = draft.AddAccount(new LedgerAccount("X", "KZT", AccountCoverage.Reconciled, [], Day.None));
        foreach (var h in hops)
        {
            draft.Add(MovementKind.Transfer, LedgerAccount.Outside, account, 1, 1, new Day(1), new Day(1), rows: new RowKey(Sha256.Of([]), "S", h.Movement + 1));
        }

        var register = new Register { Owners = new OwnerTable([], []), Claims = [], Acquisitions = [], AsOf = new Day(1) };
        var flow = new TracedFlow(minor, [.. sorted.Select(a => a.From)], [.. sorted.Select(a => a.To)], [.. sorted.Select(a => a.Minor)], [.. sorted.Select(a => a.Hop)], hops);
        return new LinkModel(flow, new ElementNames(draft.BuildInOrder(), register, new CaseFacts([], [], [], default)), [.. items.OrderBy(i => i.Id, StringComparer.Ordinal)], theta);
    }

    public SupportResult Support(decimal theta, Scheme? scheme = null) => new SupportCalculator(Model(theta), scheme ?? Schemes.Admiralty1).Support(theta);

    private static string[] Names(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

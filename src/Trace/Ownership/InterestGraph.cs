using System.Globalization;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Ownership;

/// <summary>
/// The interests that are valid on a day, as a graph from each target to its owners. Interests of one pair are added; a fact that two
/// sources state is one. Where the low ends of a target's shares exceed 1 they are scaled to 1 and the scaling is noted.
/// </summary>
internal sealed class InterestGraph
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Party> parties;
    private readonly ILookup<string, (string Target, Share Share)> votesByOwner;
    private readonly ILookup<string, string> meansByOwner;
    private readonly ILookup<string, string> votersByTarget;

    private readonly HashSet<(string Party, string Account)> signatories = [];

    private InterestGraph(CaseFacts facts, Day at)
    {
        At = at;
        parties = facts.All<Party>().DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var direct = new SortedDictionary<(string Target, string Owner), Share>(PairOrder);
        var indirect = new SortedDictionary<(string Target, string Owner), Share>(PairOrder);
        foreach (var i in Valid(facts, at, Notes))
        {
            if (i.Kind is "shares" or "holder")
            {
                Put(i.Direct ? direct : indirect, i.Target, i.Owner, i.Share);
            }

            if (i.Kind is "votes" || (i.Kind is "shares" or "holder" && i.Direct))
            {
                Put(i.Kind is "votes" ? Votes : ShareVotes, i.Target, i.Owner, i.Share);
            }
            else if (i.Kind is "control")
            {
                Means.Add((i.Owner, i.Target));
            }
        }

        AddHolders(facts, at, direct);
        foreach (var s in facts.All<AccountHolder>().Where(h => h.Role == "signatory" && (h.From is not { } f || f <= at) && (h.To is not { } t || at < t)))
        {
            signatories.Add((s.Party, s.Account));
            Means.Add((s.Party, s.Account));
        }

        KeepIndirect(direct, indirect);
        var voted = Votes.Keys.Select(k => k.Target).ToHashSet(StringComparer.Ordinal);
        foreach (var (pair, share) in ShareVotes.Where(v => !voted.Contains(v.Key.Target)))
        {
            Votes.Add(pair, share);
        }

        votesByOwner = Votes.Where(v => v.Key.Owner != v.Key.Target).ToLookup(v => v.Key.Owner, v => (v.Key.Target, v.Value), StringComparer.Ordinal);
        meansByOwner = Means.ToLookup(m => m.Owner, m => m.Target, StringComparer.Ordinal);
        votersByTarget = Votes.Keys.Select(k => (k.Target, k.Owner)).Concat(Means.Select(m => (m.Target, m.Owner))).ToLookup(k => k.Target, k => k.Owner, StringComparer.Ordinal);
        foreach (var name in direct.Keys.SelectMany(k => new[] { k.Target, k.Owner }).Concat(Votes.Keys.SelectMany(k => new[] { k.Target, k.Owner }))
            .Concat(Means.SelectMany(m => new[] { m.Owner, m.Target })).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            index.Add(name, index.Count);
            Ids.Add(name);
        }

        Arcs = Adjacency.Of(Ids.Count, [.. direct.Keys.Select(k => index[k.Target])], [.. direct.Keys.Select(k => index[k.Owner])]);
        Low = new double[direct.Count];
        High = new double[direct.Count];
        Scale([.. direct.Values]);
    }

    public Day At { get; }

    /// <summary>What an owner has votes in, in ordinal order.</summary>
    public IEnumerable<(string Target, Share Share)> VotesOf(string owner) => votesByOwner[owner];

    /// <summary>What an owner controls by documented other means.</summary>
    public IEnumerable<string> MeansOf(string owner) => meansByOwner[owner];

    /// <summary>Whether control by other means is the right to sign for an account.</summary>
    public bool IsSignatory(string party, string account) => signatories.Contains((party, account));

    /// <summary>Who has votes in a target or controls it by other means.</summary>
    public IEnumerable<string> VotersOf(string target) => votersByTarget[target];

    /// <summary>Who has votes in a target, in ordinal order.</summary>
    public IEnumerable<string> OwnersWithVotes(string target) => votersByTarget[target].Where(o => Votes.ContainsKey((target, o))).Distinct(StringComparer.Ordinal);

    /// <summary>Parties, companies, assets and accounts in ordinal order.</summary>
    public List<string> Ids { get; } = [];

    /// <summary>Arcs from a target to its owners.</summary>
    public Adjacency Arcs { get; }

    /// <summary>Low end of each arc's share, aligned with the arcs.</summary>
    public double[] Low { get; }

    public double[] High { get; }

    public List<string> Notes { get; } = [];

    /// <summary>Documented control by other means.</summary>
    public SortedSet<(string Owner, string Target)> Means { get; } = new(PairOrder);

    /// <summary>Votes by (target, owner): as declared, else the shares.</summary>
    public SortedDictionary<(string Target, string Owner), Share> Votes { get; } = new(PairOrder);

    private SortedDictionary<(string Target, string Owner), Share> ShareVotes { get; } = new(PairOrder);

    private static Comparer<(string, string)> PairOrder => Comparer<(string, string)>.Create((a, b) =>
        string.CompareOrdinal(a.Item1, b.Item1) is var c && c != 0 ? c : string.CompareOrdinal(a.Item2, b.Item2));

    public static InterestGraph Build(CaseFacts facts, Day at) => new(facts, at);

    /// <summary>Place of an id, or -1.</summary>
    public int Of(string id) => index.GetValueOrDefault(id, -1);

    public string Name(string id) => parties.TryGetValue(id, out var p) ? p.Name : id;

    /// <summary>A person, or anything whose owners nobody declares: the end of the chain.</summary>
    public bool IsUltimate(int node) => Arcs.Out(node).IsEmpty;

    public bool HasRanges(IEnumerable<int> nodes) => nodes.Any(v => Enumerable.Range(Arcs.Start[v], Arcs.Start[v + 1] - Arcs.Start[v]).Any(i => Low[i] != High[i]));

    /// <summary>Interests valid on a day, each fact once: [From, To).</summary>
    private static IEnumerable<OwnershipInterest> Valid(CaseFacts facts, Day at, List<string> notes)
    {
        foreach (var same in facts.All<OwnershipInterest>().Where(i => (i.From is not { } f || f <= at) && (i.To is not { } t || at < t)).GroupBy(i => i.Id, StringComparer.Ordinal))
        {
            var first = same.First();
            if (same.Any(i => i != first))
            {
                var hull = new Share(same.Min(i => i.Share.Low), same.Max(i => i.Share.High));
                notes.Add($"Sources differ on interest {first.Id}: the range {Percent(hull.Low)} to {Percent(hull.High)} was used.");
                yield return first with { Share = hull };
                continue;
            }

            if (first.Share.Low < 0 || first.Share.High > 1 || first.Share.Low > first.Share.High)
            {
                notes.Add($"Interest {first.Id} states a share of {Percent(first.Share.Low)} to {Percent(first.Share.High)}: left out.");
                continue;
            }

            if (first.Owner == first.Target)
            {
                notes.Add($"{first.Owner} holds {Percent(first.Share.High)} of itself: its own shares, so the walk comes back to it.");
            }

            yield return first;
        }
    }

    private static void Put(SortedDictionary<(string, string), Share> shares, string target, string owner, Share share)
    {
        var old = shares.GetValueOrDefault((target, owner));
        shares[(target, owner)] = new Share(Math.Min(1, old.Low + share.Low), Math.Min(1, old.High + share.High));
    }

    /// <summary>Accounts belong to their holders, assets to the holder they name where no interest in them is declared or all have ended.</summary>
    private void AddHolders(CaseFacts facts, Day at, SortedDictionary<(string Target, string Owner), Share> direct)
    {
        var valid = facts.All<AccountHolder>().Where(h => h.Role == "holder" && (h.From is not { } f || f <= at) && (h.To is not { } t || at < t));
        foreach (var account in valid.GroupBy(h => h.Account, StringComparer.Ordinal))
        {
            var holders = account.Select(h => h.Party).Distinct(StringComparer.Ordinal).ToList();
            if (holders.Count > 1)
            {
                Notes.Add($"Account {account.Key} has {holders.Count} holders and nobody states their shares.");
            }

            holders.ForEach(h => Hold(account.Key, h, holders.Count == 1 ? Share.Exact(1) : new Share(0, 1)));
        }

        var named = new NamedHolders(facts);
        foreach (var asset in facts.All<Asset>().Where(a => named.Counts(a, at)))
        {
            Hold(asset.Id, asset.Holder, Share.Exact(1));
        }

        // Who holds an account or an asset has the say over it, as votes have over a company.
        void Hold(string target, string holder, Share share)
        {
            direct.TryAdd((target, holder), share);
            ShareVotes.TryAdd((target, holder), share);
        }
    }

    /// <summary>A declared indirect interest enters only where no direct chain joins the pair (definitions G1).</summary>
    private void KeepIndirect(SortedDictionary<(string Target, string Owner), Share> direct, SortedDictionary<(string Target, string Owner), Share> indirect)
    {
        var owners = direct.Keys.ToLookup(k => k.Target, k => k.Owner, StringComparer.Ordinal);
        foreach (var ((target, owner), share) in indirect)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { target };
            var next = new Queue<string>(seen);
            while (next.TryDequeue(out var at) && !seen.Contains(owner))
            {
                foreach (var o in owners[at])
                {
                    if (seen.Add(o))
                    {
                        next.Enqueue(o);
                    }
                }
            }

            if (seen.Contains(owner))
            {
                Notes.Add($"The declared indirect interest of {owner} in {target} is not counted: a direct chain joins them.");
                continue;
            }

            direct[(target, owner)] = share;
            Notes.Add($"{owner} holds {target} by a declared indirect interest: no direct chain joins them.");
        }
    }

    private void Scale(Share[] shares)
    {
        for (var v = 0; v < Arcs.Count; v++)
        {
            decimal sum = 0;
            for (var i = Arcs.Start[v]; i < Arcs.Start[v + 1]; i++)
            {
                sum += shares[Arcs.Arc[i]].Low;
            }

            var by = sum > 1 ? sum : 1;
            if (sum > 1)
            {
                Notes.Add($"The declared shares of {Ids[v]} sum to {(sum * 100).ToString(CultureInfo.InvariantCulture)} %: scaled to 100 %.");
            }

            for (var i = Arcs.Start[v]; i < Arcs.Start[v + 1]; i++)
            {
                var share = shares[Arcs.Arc[i]];
                Low[i] = (double)(share.Low / by);
                High[i] = share.IsExact ? Low[i] : (double)share.High;
            }
        }
    }

    private static string Percent(decimal share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %";
}

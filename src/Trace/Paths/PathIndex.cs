using System.Runtime.CompilerServices;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>
/// A ledger made ready for path searches, once: transfers between accounts as a graph in case order. Reversals and payments that bought
/// an asset are no hops (definitions C3, C8): their money does not travel on.
/// </summary>
internal sealed class PathIndex
{
    private readonly Lazy<int[]> nextEmpty;
    private readonly Lazy<int[]> lastLeg;
    private readonly Lazy<LinkChains> chains;
    private readonly Lazy<LinkGraph> ties;
    private readonly Lazy<HashSet<DayGroup>> unevidenced;
    private readonly Lazy<HashSet<int>> reversed;
    private readonly Lazy<Dictionary<int, Passage>> passages;
    private readonly object gate = new();
    private PathSearch<LedgerTimes>? idle;

    private PathIndex(Reconciliation reconciliation, IReadOnlyList<double>? hopWeights)
    {
        Ledger = reconciliation.Ledger;
        Register = reconciliation.Register;
        Scale = AmountScale.Of(Ledger, Register);
        nextEmpty = new Lazy<int[]>(() => EmptyPlaces.Find(Ledger));
        lastLeg = new Lazy<int[]>(LastLegs);
        chains = new Lazy<LinkChains>(() => new LinkChains(new LinkGraph(reconciliation.Facts, withRelations: false), Ledger));
        ties = new Lazy<LinkGraph>(() => new LinkGraph(reconciliation.Facts, withRelations: true));
        unevidenced = new Lazy<HashSet<DayGroup>>(() => [.. Ledger.UnevidencedGroups]);
        passages = new Lazy<Dictionary<int, Passage>>(() => (reconciliation.Passages ?? []).ToDictionary(p => p.Movement));
        reversed = new Lazy<HashSet<int>>(() => [.. Register.Reversals.Select(r => r.Of)]);
        var noHop = new bool[Ledger.Count];
        foreach (var r in Register.Reversals)
        {
            noHop[r.Movement] = true;
        }

        foreach (var line in Register.Acquisitions.SelectMany(a => a.Lines).Where(l => l.Movement >= 0))
        {
            noHop[line.Movement] = true;
        }

        Movements = Hops(noHop);
        Weighted = hopWeights;
        var agree = false;
        TemporalGraph? graph = null;
        Parallel.Invoke(() => agree = LedgerTimes.Agree(Ledger), () => graph = MakeGraph());
        Graph = graph!;
        Times = new LedgerTimes(Ledger, Movements, agree);
    }

    public Ledger Ledger { get; }

    public Register Register { get; }

    public AmountScale Scale { get; }

    /// <summary>Links before and after the money.</summary>
    public LinkChains Chains => chains.Value;

    /// <summary>Ties between two payments: leads only.</summary>
    public LinkGraph Ties => ties.Value;

    /// <summary>Movement of each edge of the graph.</summary>
    public int[] Movements { get; }

    public IReadOnlyList<double>? Weighted { get; }

    public TemporalGraph Graph { get; }

    public LedgerTimes Times { get; }

    public static PathIndex Build(Reconciliation reconciliation, IReadOnlyList<double>? hopWeights = null) => new(reconciliation, hopWeights);

    /// <summary>Weight of a movement under the key: its smaller side on the scale, or the belief in it in billionths.</summary>
    public long Weight(int movement) => Weighted is { } w ? Belief(w[movement]) : Amount(movement);

    public static long Belief(double belief) => (long)(Math.Clamp(belief, 0, 1) * 1e9);

    /// <summary>The smaller side of a movement on the scale.</summary>
    public long Amount(int movement)
    {
        var debit = Ledger.Debited[movement] == LedgerAccount.Outside ? long.MaxValue : Scale.Of(Ledger.DebitMinor[movement], Ledger.Accounts[Ledger.Debited[movement]].Currency);
        var credit = Ledger.Credited[movement] == LedgerAccount.Outside ? long.MaxValue : Scale.Of(Ledger.CreditMinor[movement], Ledger.Accounts[Ledger.Credited[movement]].Currency);
        return Math.Min(debit, credit);
    }

    /// <summary>First place at or after a leg at which its account holds nothing; int.MaxValue when it never does.</summary>
    public int EmptyFrom(int place) => nextEmpty.Value[place];

    /// <summary>Where a balance is looked at: before the leg that takes it out of sight for good, if there is one; else after all legs.</summary>
    public int ClosingPlace(int account) => lastLeg.Value[account] is var at and >= 0 && Ledger.Legs[at] >> 1 is var m && Ledger.Kind[m] == MovementKind.GapOut
        && Ledger.Accounts[account].IsLastDay(new Day(Ledger.DebitDay[m])) ? at : int.MaxValue;

    /// <summary>Whether the order inside a day group is not evidenced.</summary>
    public bool IsUnevidenced(DayGroup group) => unevidenced.Value.Contains(group);

    /// <summary>The conduit or pool that a movement passed, or null.</summary>
    public Passage? PassageOf(int movement) => passages.Value.GetValueOrDefault(movement);

    /// <summary>Whether a movement was undone later.</summary>
    public bool IsReversed(int movement) => reversed.Value.Contains(movement);

    /// <summary>Runs one search; the layers of an earlier one are used again.</summary>
    public PathAnswer Search(PathQuery query)
    {
        PathSearch<LedgerTimes>? search;
        lock (gate)
        {
            (search, idle) = (idle, null);
        }

        search ??= new PathSearch<LedgerTimes>(Graph, Times);
        var answer = search.Find(query);
        lock (gate)
        {
            idle = search;
        }

        return answer;
    }

    /// <summary>The last place of each account in Legs, or -1.</summary>
    private int[] LastLegs()
    {
        var last = new int[Ledger.Accounts.Count];
        Array.Fill(last, -1);
        for (var at = 0; at < Ledger.Legs.Length; at++)
        {
            var m = Ledger.Legs[at] >> 1;
            last[(Ledger.Legs[at] & 1) == 1 ? Ledger.Credited[m] : Ledger.Debited[m]] = at;
        }

        return last;
    }

    /// <summary>Transfers between accounts that move money.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Hops(bool[] noHop)
    {
        var kind = Ledger.Kind.Span;
        var debited = Ledger.Debited.Span;
        var credited = Ledger.Credited.Span;
        var debitMinor = Ledger.DebitMinor.Span;
        var creditMinor = Ledger.CreditMinor.Span;
        var kept = new int[kind.Length];
        var count = 0;
        for (var m = 0; m < kind.Length; m++)
        {
            if (!noHop[m] && kind[m] == MovementKind.Transfer && debited[m] != LedgerAccount.Outside && credited[m] != LedgerAccount.Outside && debitMinor[m] > 0 && creditMinor[m] > 0)
            {
                kept[count++] = m;
            }
        }

        return kept[..count];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private TemporalGraph MakeGraph()
    {
        var debited = Ledger.Debited.Span;
        var credited = Ledger.Credited.Span;
        var debitMinor = Ledger.DebitMinor.Span;
        var creditMinor = Ledger.CreditMinor.Span;
        var position = Ledger.Position.Span;
        var count = Movements.Length;
        var (from, to, depart, arrive, weight) = (new int[count], new int[count], new int[count], new int[count], new long[count]);
        var asTheyAre = Weighted is null && Scale.IsMinorUnits;
        for (var e = 0; e < count; e++)
        {
            var m = Movements[e];
            (from[e], to[e], depart[e], arrive[e]) = (debited[m], credited[m], position[m * 2], position[(m * 2) + 1]);
            weight[e] = asTheyAre ? Math.Min(debitMinor[m], creditMinor[m]) : Weight(m);
        }

        return new TemporalGraph(Ledger.Accounts.Count, Ledger.Legs.Length, from, to, depart, arrive, weight);
    }
}

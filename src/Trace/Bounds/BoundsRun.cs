using System.Numerics;
using FinInvest.Graph.Trace.Corridors;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>All targets of one request: networks are built once, each target is two or three flows on each.</summary>
internal sealed class BoundsRun<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly Reconciliation reconciliation;
    private readonly Register register;
    private readonly Ledger ledger;
    private readonly IReadOnlyList<string> targets;
    private readonly BoundsOptions options;
    private readonly PossibleCorridor within;
    private readonly EventNetwork<T> network;
    private readonly EventQuestion<T> question;
    private readonly Lazy<(EventNetwork<T> Network, EventQuestion<T> Question)> byDay;
    private readonly Lazy<ProvedFloors<T>> proved;
    private readonly Lazy<ProvedFloors<T>> provedByDay;

    /// <param name="asked">Targets of the sets that will be asked about; null = those of <paramref name="targets"/>.</param>
    public BoundsRun(Reconciliation reconciliation, IReadOnlyList<string> targets, BoundsOptions options, IEnumerable<string>? asked = null)
    {
        within = options.WholeLedger ? PossibleCorridor.Whole(reconciliation) : PossibleCorridor.Find(reconciliation, asked ?? targets, options.WithLinks);
        this.reconciliation = reconciliation;
        this.targets = targets;
        this.options = options;
        register = reconciliation.Register;
        ledger = reconciliation.Ledger;
        var home = targets.Count > 0 ? BoundsCalculator.CurrencyOf(reconciliation, targets[0]) : "";
        network = EventNetworkBuilder<T>.Build(reconciliation, options, within, byDay: false, home);
        question = new EventQuestion<T>(network);
        byDay = new(() =>
        {
            var merged = EventNetworkBuilder<T>.Build(reconciliation, options, within, byDay: true, home);
            return (merged, new EventQuestion<T>(merged));
        });
        proved = new(() => new ProvedFloors<T>(options.Proof!, question, ledger.Count, p => EventNetworkBuilder<T>.Build(reconciliation, options, within, byDay: false, home, p)));
        provedByDay = new(() => new ProvedFloors<T>(options.Proof!, byDay.Value.Question, ledger.Count, p => EventNetworkBuilder<T>.Build(reconciliation, options, within, byDay: true, home, p)));
    }

    public IReadOnlyList<BoundsResult> Results()
    {
        var results = targets.Select(t => Bound(t, [t], "")).ToList();
        var held = targets.Where(IsHeld).ToList();
        var earlier = options.WithSet ? Earlier(held) : [];
        var members = held.Except(earlier, StringComparer.Ordinal).ToList();
        if (options.WithSet && members.Count > 1)
        {
            var gone = targets.Except(held, StringComparer.Ordinal).ToList();
            var notes = new[]
            {
                gone.Count == 0 ? "" : $"Not held at the as-of date: {string.Join(", ", gone)}.",
                earlier.Count == 0 ? "" : $"Left out, since what is stated of them may be in another of the set as well: {string.Join(", ", earlier)}.",
            };
            results.Add(Bound(BoundsCalculator.Set, members, string.Join(' ', notes.Where(n => n.Length > 0))));
        }

        return results;
    }

    /// <summary>
    /// Members whose money may reach another member, which is the later one (definitions E6): a balance that leaves at a gap may come back anywhere. Links only
    /// exchange what is there.
    /// </summary>
    private List<string> Earlier(List<string> held)
    {
        var places = held.ToDictionary(h => NodeOf(network.Nodes, h), h => h);
        var from = network.Network.From;
        var leaving = new HashSet<int>();
        for (var a = 0; a < Math.Min(from.Length, network.FirstLink); a++)
        {
            if (places.ContainsKey(from[a]))
            {
                leaving.Add(from[a]);
            }
        }

        return [.. held.Where(h => NodeOf(network.Nodes, h) is var node && leaving.Contains(node) && question.LeadsTo(node, places.Keys.Where(n => n != node)))];
    }

    /// <summary>U_rec of a set, in minor units of its currency.</summary>
    public long UpperOf(IReadOnlyList<string> members)
    {
        var nodes = members.Select(m => NodeOf(network.Nodes, m)).ToList();
        var upper = T.Min(question.Received(nodes), question.Upper(nodes, throughOutside: false).Value);
        return Long(Rounding.Up(upper, network.Units.Factor(CurrencyOf(members))));
    }

    private BoundsResult Bound(string name, IReadOnlyList<string> members, string note)
    {
        var nodes = members.Select(m => NodeOf(network.Nodes, m)).ToList();
        var currency = CurrencyOf(members);
        var unit = network.Units.Factor(currency);
        var received = question.Received(nodes);
        var clean = question.Clean(nodes);
        var recorded = question.Upper(nodes, throughOutside: false);
        var outward = recorded.Value >= received ? null : question.Upper(nodes, throughOutside: true);
        var returning = outward?.Value ?? received;
        var (lower, upper, upperOut) = Rounded(name, received, clean.Value, recorded.Value, returning, unit);
        var day = (Lower: lower, Upper: upper, UpperOut: upperOut);

        // Merging events only widens the bounds: what is as wide as can be stays.
        if (options.WithFloor && (clean.Value < received || recorded.Value < received))
        {
            day = ByDay(name, members, received, unit, clean.Value >= received, recorded.Value >= received, returning >= received);
        }

        var evidenced = IsEvidenced(nodes);
        var wide = network.Wide.Count == 0 ? [] : Wideness.Of(network.Wide, question.Leads(nodes));
        return new BoundsResult(name, currency, Long(Rounding.Down(received, unit)), lower, upper, upperOut, evidenced ? lower : day.Lower, day.Upper, day.UpperOut,
            options.WithCuts ? CutReader.Read(network, recorded, nearestSource: true) : [],
            options.WithCuts ? CutReader.Read(network, clean, nearestSource: false) : [], name == BoundsCalculator.Set ? members : [], wide.Count > 0, Noted(note), day.Lower,
            options.Proof is null ? null : ByTier(members, received, received - T.Min(received, clean.Value), unit, evidenced),
            options.WithCuts ? recorded.Value >= received ? [] : CutReader.Read(network, outward!, nearestSource: true) : null, wide);
    }

    /// <summary>The floor by tier of proof; the day-batch one is no more than L of the tier.</summary>
    private IReadOnlyList<ProvedFloor> ByTier(IReadOnlyList<string> members, T received, T lower, T unit, bool evidenced)
    {
        var names = options.Proof!.Names;
        var inOrder = lower == T.Zero ? new T[names.Count] : proved.Value.Lower([.. members.Select(m => NodeOf(network.Nodes, m))], received, lower);
        var onDays = inOrder;
        if (options.WithFloor && !evidenced && lower > T.Zero)
        {
            var (merged, question) = byDay.Value;
            IReadOnlyList<int> nodes = [.. members.Select(m => NodeOf(merged.Nodes, m))];
            onDays = provedByDay.Value.Lower(nodes, received, received - T.Min(received, question.Clean(nodes).Value));
        }

        return [.. names.Select((n, i) => new ProvedFloor(n, Long(Rounding.Down(inOrder[i], unit)), Long(Rounding.Down(onDays[i], unit))))];
    }

    private string Noted(string note) => network.Units.Missing.Count == 0 ? note
        : $"{note} No rate is stated for {string.Join(", ", network.Units.Missing)}: money of another currency that went outside counts, in U with outside returns, as able to come back without limit.".TrimStart();

    /// <summary>Day-batch bounds; what is widest already is not computed again.</summary>
    private (long Lower, long Upper, long UpperOut) ByDay(string name, IReadOnlyList<string> members, T received, T unit, bool allClean, bool allCriminal, bool allReturning)
    {
        var (merged, onDays) = byDay.Value;
        var nodes = members.Select(m => NodeOf(merged.Nodes, m)).ToList();
        var clean = allClean ? received : onDays.Clean(nodes).Value;
        var recorded = allCriminal ? received : onDays.Upper(nodes, throughOutside: false).Value;
        var returning = allReturning || recorded >= received ? received : onDays.Upper(nodes, throughOutside: true).Value;
        return Rounded(name, received, clean, recorded, returning, unit);
    }

    /// <summary>Outward in minor units; a target cannot hold more than it received, whatever wildcards and links would bring.</summary>
    private static (long Lower, long Upper, long UpperOut) Rounded(string name, T received, T clean, T recorded, T returning, T unit)
    {
        var lower = received - T.Min(received, clean);
        (recorded, returning) = (T.Min(received, recorded), T.Min(received, returning));
        if (lower > recorded || recorded > returning)
        {
            throw new InvalidOperationException($"Bounds of {name} cross: received {received}, clean {clean}, recorded {recorded}, returning {returning}.");
        }

        return (Long(Rounding.Down(lower, unit)), Long(Rounding.Up(recorded, unit)), Long(Rounding.Up(returning, unit)));
    }

    /// <summary>Whether every day group on the corridor of the targets has an evidenced order (definitions E5).</summary>
    private bool IsEvidenced(IReadOnlyList<int> nodes) =>
        ledger.UnevidencedGroups.Count == 0 || CorridorFinder.Unevidenced(ledger, CorridorFinder.LastPlaces(network.Nodes, ledger, question.Between(nodes))).Count == 0;

    private bool IsHeld(string target)
    {
        if (target.StartsWith(BoundsCalculator.BalancePrefix, StringComparison.Ordinal))
        {
            return true;
        }

        var a = AcquisitionOf(target);
        return register.Acquisitions[a].SoldMovement < 0 && EventNodes.Successor(register, a) < 0;
    }

    private int NodeOf(EventNodes nodes, string target) => nodes.OfTarget(ledger, register, target);

    private int AcquisitionOf(string target) => EventNodes.AcquisitionOf(register, target);

    /// <summary>The members' one currency, else the one whose unit is the reference unit (definitions E6).</summary>
    private string CurrencyOf(IReadOnlyList<string> members)
    {
        var currencies = members.Select(m => BoundsCalculator.CurrencyOf(reconciliation, m)).Distinct(StringComparer.Ordinal).ToList();
        if (currencies.Count > 1 && network.Units.Missing.Count > 0)
        {
            throw new ArgumentException($"Bounds of a set over several currencies need a reference rate for each: {string.Join(", ", network.Units.Missing)} has none. Add it to rates.csv.");
        }

        return currencies.Count == 1 ? currencies[0] : register.Rates.Values.Where(r => r.P == r.Q).Select(r => r.Currency).Order(StringComparer.Ordinal).FirstOrDefault("");
    }

    private static long Long(T value) => long.CreateChecked(value);
}

using System.Globalization;
using System.Numerics;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Tests.Twins;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Orders;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>Where the product's reading of a simulated case and the truth part, one line a difference.</summary>
internal static class SimulatedDifferences
{
    /// <summary>Targets of each kind of which a large case asks bounds.</summary>
    private const int TargetsMax = 12;

    /// <summary>Movements up to which the orders of unevidenced days are run.</summary>
    private const int OrdersMax = 400;

    public static IEnumerable<string> Of(HiddenTruth truth, Reconciliation r, SimulatedFigures figures)
    {
        figures.Cases++;
        figures.Movements += r.Ledger.Count;
        return OfLedger(truth, r).Concat(OfRules(truth, r, figures)).Concat(OfBounds(truth, r, figures));
    }

    public static IEnumerable<string> OfLedger(HiddenTruth truth, Reconciliation r)
    {
        var (wanted, found) = (truth.Lines(), Lines(r.Ledger));
        foreach (var account in truth.Hidden.Accounts)
        {
            var (want, got) = (wanted[account.Id], found.GetValueOrDefault(account.Id, []));
            var at = want.Zip(got).TakeWhile(p => p.First == p.Second).Count();
            if (at < want.Count || at < got.Count)
            {
                yield return $"{account.Id} movement {at}: {got.ElementAtOrDefault(at) ?? "nothing"}, expected {want.ElementAtOrDefault(at) ?? "nothing"}";
            }

            var index = r.Ledger.AccountIndex(account.Id);
            if (index > 0 && !r.Ledger.Accounts[index].Covered.SequenceEqual(account.Covered))
            {
                yield return $"{account.Id} covered {string.Join(' ', r.Ledger.Accounts[index].Covered)}, expected {string.Join(' ', account.Covered)}";
            }
        }

        // Without rates an exchange is told of, not refused.
        foreach (var refusal in r.Refused.Where(f => f.Code != "TWO_CURRENCIES" || truth.Hidden.Rates.Count > 0))
        {
            yield return refusal.ToString();
        }
    }

    public static IEnumerable<string> OfRules(HiddenTruth truth, Reconciliation r, SimulatedFigures figures)
    {
        var hasLinks = r.Register.Links.Count > 0;
        foreach (var (rule, withLinks) in SlowTwin.Rules.SelectMany(rule => hasLinks ? [(rule, false), (rule, true)] : new[] { (rule, false) }))
        {
            var twin = SlowTwin.Run(rule, truth.Ledger, withLinks);
            var result = Run(r, rule, withLinks);
            var want = truth.Ledger.Acquisitions.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {twin.Paid(a.Key)} held {twin.Held(a.Key)}")
                .Concat(truth.Hidden.Accounts.Where(a => a.Covered.Count > 0 || a.HasExtractOnly).OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => $"{a.Id} {twin.Closing(a.Id)} debt {twin.Debt(a.Id)}"))
                .Concat(HiddenTruth.Claims.Where(c => twin.NewlyLabelled.GetValueOrDefault(c) > 0).Select(c => $"{c} labelled {twin.NewlyLabelled[c]}")).ToList();
            var got = Text(result).Split('\n');
            figures.Lines += got.Length;
            for (var i = 0; i < Math.Max(want.Count, got.Length); i++)
            {
                if (want.ElementAtOrDefault(i) != got.ElementAtOrDefault(i))
                {
                    yield return $"{rule}{(withLinks ? " with links" : "")}: {got.ElementAtOrDefault(i) ?? "nothing"}, expected {want.ElementAtOrDefault(i) ?? "nothing"}";
                }
            }
        }
    }

    public static IEnumerable<string> OfBounds(HiddenTruth truth, Reconciliation r, SimulatedFigures figures)
    {
        List<string> assets = [.. r.Register.Acquisitions.Select(a => a.Key).Take(TargetsMax)];
        List<string> balances = [.. r.Ledger.Accounts.Where(a => a.Coverage != AccountCoverage.External).Select(a => BoundsCalculator.BalancePrefix + a.Id).Take(TargetsMax)];
        foreach (var withLinks in r.Register.Links.Count > 0 ? [false, true] : new[] { false })
        {
            var withSet = truth.Hidden.Rates.Count > 0 || r.Ledger.Accounts.Skip(1).All(a => a.Currency == HiddenAccount.Home);
            List<BoundsResult> bounds = [.. BoundsCalculator.Compute(r, balances, new BoundsOptions(WithSet: false, WithLinks: withLinks, WithCuts: false))];
            if (assets.Count > 0)
            {
                bounds.AddRange(BoundsCalculator.Compute(r, assets, new BoundsOptions(WithSet: withSet, WithLinks: withLinks, WithCuts: false)));
            }

            foreach (var rule in SlowTwin.Rules.Append("ordered-lots"))
            {
                var targets = Tracer.Run(r, rule, new TraceOptions([.. assets, .. balances], WithLinks: withLinks)).Targets.ToDictionary(t => t.Target, StringComparer.Ordinal);
                foreach (var b in bounds)
                {
                    figures.Bounded++;
                    var members = b.Target == BoundsCalculator.Set ? b.Members : [b.Target];
                    if (Outside(b, members.Select(m => (targets[m].Currency, Traced(r, targets[m], withLinks))), truth.Hidden.Rates) is { } what)
                    {
                        yield return $"{rule}{(withLinks ? " with links" : "")} {b.Target}: {what}";
                    }
                }
            }
        }

        foreach (var difference in r.Ledger.Count <= OrdersMax ? OfOrders(r, assets) : [])
        {
            yield return difference;
        }
    }

    /// <summary>Day-batch bounds hold in whatever order a day without evidence had.</summary>
    private static IEnumerable<string> OfOrders(Reconciliation r, List<string> assets)
    {
        if (assets.Count == 0 || r.Ledger.UnevidencedGroups.Count == 0)
        {
            yield break;
        }

        var bounds = BoundsCalculator.Compute(r, assets, new BoundsOptions(WithSet: false, WithCuts: false)).ToDictionary(b => b.Target, StringComparer.Ordinal);
        foreach (var orders in OrderModes.Run(r, SlowTwin.Rules, assets, new TraceOptions(), new OrderOptions(LegVisitsMax: 200_000)).Where(o => o.Worst is not null))
        {
            foreach (var (worst, best) in orders.Worst!.Targets.Zip(orders.Best!.Targets))
            {
                var b = bounds[worst.Target];
                if (b.DayBatchLower > worst.Traced || worst.Traced > best.Traced || best.Traced > b.FloorUpperRecorded)
                {
                    yield return $"{orders.Rule} {worst.Target} over {orders.Orders} orders: {worst.Traced} to {best.Traced}, day-batch {b.DayBatchLower} to {b.FloorUpperRecorded}";
                }
            }
        }
    }

    /// <summary>What the cost lines received; where links are applied and the asset is still there, what is there (definitions E6).</summary>
    private static long Traced(Reconciliation r, TargetTrace t, bool withLinks) => !withLinks || t.Held is null || IsGone(r, t.Target) ? t.Traced : t.Held.Where(o => o.Class == OwnerClass.Claim).Sum(o => o.Minor);

    /// <summary>Reversals whose receiver had already spent some of what came back.</summary>
    public static int SpentReversals(Reconciliation r)
    {
        var l = r.Ledger;
        return r.Register.Reversals.Count(v => l.Credited[v.Of] is var account && account > 0 && l.Debited[v.Movement] == account
            && Enumerable.Range(0, l.Count).Any(m => l.Debited[m] == account && l.Position[m * 2] > l.Position[(v.Of * 2) + 1] && l.Position[m * 2] < l.Position[v.Movement * 2]));
    }

    /// <summary>Acquisitions that hold other money with the links than without.</summary>
    public static int Swaps(Reconciliation r) => Run(r, "rolling").Targets.Zip(Run(r, "rolling", withLinks: true).Targets).Count(t => Text(t.First.Held ?? t.First.Paid) != Text(t.Second.Held ?? t.Second.Paid));

    private static bool IsGone(Reconciliation r, string target)
    {
        var a = r.Register.Acquisitions.ToList().FindIndex(a => a.Key == target);
        return a >= 0 && (r.Register.Acquisitions[a].SoldMovement >= 0 || (a + 1 < r.Register.Acquisitions.Count && r.Register.Acquisitions[a + 1].Asset == r.Register.Acquisitions[a].Asset));
    }

    /// <summary>Null where floor, L, tau, U_rec, U_out and what was received follow each other; several currencies are compared exactly in their rates.</summary>
    private static string? Outside(BoundsResult b, IEnumerable<(string Currency, long Minor)> traced, IReadOnlyDictionary<string, (long P, long Q)> rates)
    {
        var (sum, unit) = (BigInteger.Zero, BigInteger.One);
        foreach (var (currency, minor) in traced)
        {
            var (p, q) = currency == b.Currency ? (1, 1) : rates[currency];
            sum = (sum * q) + (minor * p * unit);
            unit *= q;
        }

        var inside = 0 <= b.Floor && b.Floor <= b.Lower && b.Lower * unit <= sum && sum <= b.UpperRecorded * unit && b.UpperRecorded <= b.UpperOut;
        return inside ? null : $"floor {b.Floor}, lower {b.Lower}, traced {sum}/{unit}, upper {b.UpperRecorded} and {b.UpperOut} of {b.Cost}";
    }

    public static TraceResult Run(Reconciliation r, string rule, bool withLinks = false) => Tracer.Run(r, rule, new TraceOptions(WithLinks: withLinks));

    /// <summary>All figures of a result, in the twin's words.</summary>
    public static string Text(TraceResult result) => string.Join('\n', [
        .. result.Targets.OrderBy(t => t.Target, StringComparer.Ordinal).Select(t => $"{t.Target} {Text(t.Paid)} held {Text(t.Held ?? t.Paid)}"),
        .. result.Closing.OrderBy(c => c.Account, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Account} {Text(c.Owners)} debt {c.Debt}")),
        .. result.Claims.GroupBy(c => c.Claim, StringComparer.Ordinal).Where(c => c.Sum(k => k.NewlyLabelled) > 0)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} labelled {c.Sum(k => k.NewlyLabelled)}"))]);

    private static string Text(IEnumerable<OwnedAmount> owned) => string.Join(" ", owned.OrderBy(o => o.Owner, StringComparer.Ordinal).Select(o =>
        o.Class == OwnerClass.Claim ? string.Create(CultureInfo.InvariantCulture, $"{o.Owner} {o.Minor}/{o.OriginMinor}") : string.Create(CultureInfo.InvariantCulture, $"{o.Owner} {o.Minor}")));

    /// <summary>Accounts' movements in the ledger's order, as <see cref="HiddenTruth.Lines"/> states them.</summary>
    private static Dictionary<string, List<string>> Lines(Ledger l)
    {
        var lines = l.Accounts.ToDictionary(a => a.Id, _ => new List<string>(), StringComparer.Ordinal);
        var balance = new long[l.Accounts.Count];
        foreach (var leg in l.Legs)
        {
            var (m, credit) = (leg / 2, leg % 2 == 1);
            var account = (credit ? l.Credited : l.Debited)[m];
            var signed = credit ? l.CreditMinor[m] : -l.DebitMinor[m];
            balance[account] = l.Kind[m] switch { MovementKind.GapOut => 0, MovementKind.OpeningDebt => -l.DebitMinor[m], _ => balance[account] + signed };
            if (signed != 0)
            {
                var other = (credit ? l.Debited : l.Credited)[m];
                var kind = l.Kind[m] == MovementKind.BankFee ? MovementKind.Transfer : l.Kind[m];
                lines[l.Accounts[account].Id].Add(HiddenTruth.Line(new Day((credit ? l.CreditDay : l.DebitDay)[m]), l.Kind[m] == MovementKind.OpeningDebt ? balance[account] : signed,
                    other == 0 ? null : l.Accounts[other].Id, kind.ToString(), balance[account]));
            }
        }

        return lines;
    }
}

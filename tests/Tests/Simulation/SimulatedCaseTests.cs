using System.Globalization;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Reconcile;
using FinInvest.Graph.Tests.Twins;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>
/// Generated cases with a known truth: a hidden ledger, of which several banks hand out statements with overlaps, two-sided reports and gaps. The loaded case
/// must equal the hidden ledger, every rule the slow twin, and the bounds must hold. 50 seeds; 1,000 with FININVEST_LONG=1; FININVEST_SEED runs one again.
/// </summary>
public class SimulatedCaseTests
{
    [Fact]
    public void The_loaded_case_equals_the_hidden_ledger_and_every_rule_its_slow_twin() => ForEachSeed(seed =>
    {
        var truth = new HiddenTruth(HiddenLedgerGenerator.Make(seed));
        var (facts, pages) = new HiddenRecords(truth).Load();
        var reconciliation = LedgerBuilder.Build(facts, pages);
        return LedgerDifferences(truth, reconciliation).Concat(RuleDifferences(truth, reconciliation)).Concat(BoundsDifferences(reconciliation));
    });

    [Fact]
    public void The_order_of_loading_changes_nothing() => ForEachSeed(seed =>
    {
        var records = new HiddenRecords(new HiddenTruth(HiddenLedgerGenerator.Make(seed)));
        var (facts, pages) = records.Load();
        var (dealt, dealtPages) = records.Load(seed + 1);
        var (first, second) = (LedgerBuilder.Build(facts, pages), LedgerBuilder.Build(dealt, dealtPages));
        return LedgerText.Whole(first) != LedgerText.Whole(second) ? ["another ledger"]
            : SlowTwin.Rules.Where(rule => Text(Run(first, rule)) != Text(Run(second, rule))).Select(rule => rule + ": another result");
    });

    /// <summary>Runs a check for every seed and tells all that failed, with the seed to run again.</summary>
    private static void ForEachSeed(Func<ulong, IEnumerable<string>> differences)
    {
        var only = Environment.GetEnvironmentVariable("FININVEST_SEED");
        var count = Environment.GetEnvironmentVariable("FININVEST_LONG") == "1" ? 1_000 : 50;
        var seeds = only is { Length: > 0 } ? [ulong.Parse(only, CultureInfo.InvariantCulture)] : Enumerable.Range(1, count).Select(i => (ulong)i);
        var failed = new List<string>();
        foreach (var seed in seeds)
        {
            try
            {
                var found = differences(seed).ToList();
                failed.AddRange(found.Take(4).Select(d => $"seed {seed}: {d}"));
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentException or KeyNotFoundException)
            {
                failed.Add($"seed {seed}: {e}");
            }
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed.Take(40)));
    }

    private static IEnumerable<string> LedgerDifferences(HiddenTruth truth, Reconciliation r)
    {
        foreach (var account in truth.Hidden.Accounts)
        {
            var (want, got) = (truth.Lines(account.Id), Lines(r.Ledger, account.Id));
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

        foreach (var refusal in r.Refused)
        {
            yield return refusal.ToString();
        }
    }

    private static IEnumerable<string> RuleDifferences(HiddenTruth truth, Reconciliation r)
    {
        foreach (var rule in SlowTwin.Rules)
        {
            var twin = SlowTwin.Run(rule, truth.Ledger);
            var result = Run(r, rule);
            var want = twin.Paid.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}")
                .Concat(truth.Hidden.Accounts.Where(a => a.Covered.Count > 0).Select(a => $"{a.Id} {twin.Closing(a.Id)} debt {twin.Debt(a.Id)}"))
                .Concat(HiddenTruth.Claims.Where(c => twin.NewlyLabelled.GetValueOrDefault(c) > 0).Select(c => $"{c} labelled {twin.NewlyLabelled[c]}")).ToList();
            var got = Text(result).Split('\n');
            for (var i = 0; i < Math.Max(want.Count, got.Length); i++)
            {
                if (want.ElementAtOrDefault(i) != got.ElementAtOrDefault(i))
                {
                    yield return $"{rule}: {got.ElementAtOrDefault(i) ?? "nothing"}, expected {want.ElementAtOrDefault(i) ?? "nothing"}";
                }
            }
        }
    }

    private static IEnumerable<string> BoundsDifferences(Reconciliation r)
    {
        var keys = r.Register.Acquisitions.Select(a => a.Key).ToList();
        if (keys.Count == 0)
        {
            yield break;
        }

        var bounds = BoundsCalculator.Compute(r, keys, new BoundsOptions(WithCuts: false));
        foreach (var rule in SlowTwin.Rules)
        {
            var targets = Run(r, rule).Targets;
            foreach (var b in bounds)
            {
                var traced = targets.Where(t => b.Target == BoundsCalculator.Set ? b.Members.Contains(t.Target) : t.Target == b.Target).Sum(t => t.Traced);
                if (!(0 <= b.Floor && b.Floor <= b.Lower && b.Lower <= traced && traced <= b.UpperRecorded && b.UpperRecorded <= b.UpperOut && b.UpperOut <= b.Cost))
                {
                    yield return $"{rule} {b.Target}: floor {b.Floor}, lower {b.Lower}, traced {traced}, upper {b.UpperRecorded} and {b.UpperOut} of {b.Cost}";
                }
            }
        }
    }

    private static TraceResult Run(Reconciliation r, string rule) => Tracer.Run(r, rule, new TraceOptions());

    /// <summary>All figures of a result, in the twin's words.</summary>
    private static string Text(TraceResult result) => string.Join('\n', [
        .. result.Targets.OrderBy(t => t.Target, StringComparer.Ordinal).Select(t => $"{t.Target} {Text(t.Paid)}"),
        .. result.Closing.OrderBy(c => c.Account, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Account} {Text(c.Owners)} debt {c.Debt}")),
        .. result.Claims.Where(c => c.NewlyLabelled > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Claim} labelled {c.NewlyLabelled}"))]);

    private static string Text(IEnumerable<OwnedAmount> owned) => string.Join(" ", owned.OrderBy(o => o.Owner, StringComparer.Ordinal).Select(o =>
        o.Class == OwnerClass.Claim ? string.Create(CultureInfo.InvariantCulture, $"{o.Owner} {o.Minor}/{o.OriginMinor}") : string.Create(CultureInfo.InvariantCulture, $"{o.Owner} {o.Minor}")));

    /// <summary>An account's movements in the ledger's order, as <see cref="HiddenTruth.Lines"/> states them.</summary>
    private static List<string> Lines(Ledger l, string account)
    {
        var lines = new List<string>();
        var index = l.AccountIndex(account);
        long balance = 0;
        foreach (var leg in l.Legs.Where(leg => index > 0 && (leg % 2 == 0 ? l.Debited : l.Credited)[leg / 2] == index))
        {
            var (m, credit) = (leg / 2, leg % 2 == 1);
            var signed = credit ? l.CreditMinor[m] : -l.DebitMinor[m];
            balance = l.Kind[m] switch { MovementKind.GapOut => 0, MovementKind.OpeningDebt => -l.DebitMinor[m], _ => balance + signed };
            if (signed != 0)
            {
                var other = (credit ? l.Debited : l.Credited)[m];
                var kind = l.Kind[m] == MovementKind.BankFee ? MovementKind.Transfer : l.Kind[m];
                lines.Add(HiddenTruth.Line(new Day((credit ? l.CreditDay : l.DebitDay)[m]), l.Kind[m] == MovementKind.OpeningDebt ? balance : signed,
                    other == 0 ? null : l.Accounts[other].Id, kind.ToString(), balance));
            }
        }

        return lines;
    }
}

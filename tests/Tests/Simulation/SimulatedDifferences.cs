using System.Globalization;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Tests.Twins;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>Where the product's reading of a simulated case and the truth part, one line a difference.</summary>
internal static class SimulatedDifferences
{
    public static IEnumerable<string> Of(HiddenTruth truth, Reconciliation r) => OfLedger(truth, r).Concat(OfRules(truth, r)).Concat(OfBounds(r));

    public static IEnumerable<string> OfLedger(HiddenTruth truth, Reconciliation r)
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

    public static IEnumerable<string> OfRules(HiddenTruth truth, Reconciliation r)
    {
        foreach (var rule in SlowTwin.Rules)
        {
            var twin = SlowTwin.Run(rule, truth.Ledger);
            var result = Run(r, rule);
            var want = twin.Paid.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}")
                .Concat(truth.Hidden.Accounts.Where(a => a.Covered.Count > 0 || a.HasExtractOnly).Select(a => $"{a.Id} {twin.Closing(a.Id)} debt {twin.Debt(a.Id)}"))
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

    public static IEnumerable<string> OfBounds(Reconciliation r)
    {
        List<string> assets = [.. r.Register.Acquisitions.Select(a => a.Key)];
        List<string> balances = [.. r.Ledger.Accounts.Where(a => a.Coverage != AccountCoverage.External).Select(a => BoundsCalculator.BalancePrefix + a.Id)];
        List<BoundsResult> bounds = [.. BoundsCalculator.Compute(r, balances, new BoundsOptions(WithSet: false, WithCuts: false))];
        if (assets.Count > 0)
        {
            bounds.AddRange(BoundsCalculator.Compute(r, assets, new BoundsOptions(WithCuts: false)));
        }

        foreach (var rule in SlowTwin.Rules)
        {
            var targets = Tracer.Run(r, rule, new TraceOptions([.. assets, .. balances])).Targets;
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

    public static TraceResult Run(Reconciliation r, string rule) => Tracer.Run(r, rule, new TraceOptions());

    /// <summary>All figures of a result, in the twin's words.</summary>
    public static string Text(TraceResult result) => string.Join('\n', [
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

using System.Globalization;
using FinInvest.Graph.Trace;

namespace FinInvest.Graph.Benchmarks.Reference;

/// <summary>
/// W4: a rule over all accounts, beside w4exact.cpp (the same definitions: exact splits, debt, blended parcels; one and four claim owners) and, for ordered lots,
/// beside ref.cpp (no debt: what an account does not hold comes from nowhere). Ours is the whole run of the product: with openings, closing compositions of
/// all accounts and the books of all owners; the reference's is its loop. The claim money held at the end must be the same to the unit.
/// </summary>
internal static class TaintWork
{
    public static void Run()
    {
        foreach (var size in Workload.Sizes)
        {
            var work = Workload.Open(size);
            var first = File.ReadLines(Path.Combine(work.Folder, "chains_tx.csv")).Skip(1).Select(l => l.Split(',')).Where(w => w[1] == "1")
                .ToDictionary(w => int.Parse(w[2], CultureInfo.InvariantCulture), w => int.Parse(w[0], CultureInfo.InvariantCulture));
            foreach (var victims in new[] { 1, 4 })
            {
                var reconciliation = Make(work, first, victims, AccountCoverage.Reconciled);
                var said = Workload.Run(Workload.Program("w4exact", "w4exact.cpp"), work.Folder, victims.ToString(CultureInfo.InvariantCulture)).Split('\n');
                Row(reconciliation, work, "rolling", $"W4 rolling, {victims} claim owner(s)", said.First(l => l.StartsWith("rolling", StringComparison.Ordinal)), "claim owner(s): ", "K held ", 1.25);
                Row(reconciliation, work, "fifo", $"W4 first in, first out, {victims} claim owner(s)", said.First(l => l.StartsWith("FIFO", StringComparison.Ordinal)), "claim owner(s): ", "K held ", 1.25);
            }

            var plain = Workload.Run(Workload.Program("ref", "ref.cpp"), work.Folder).Split('\n').First(l => l.StartsWith("W4b FIFO", StringComparison.Ordinal));
            Row(Make(work, first, 1, AccountCoverage.Unreconciled), work, "ordered-lots", "W4 ordered lots, first in, first out", plain, "(int64): ", "tainted total ", 2);
        }
    }

    private static void Row(Reconciliation reconciliation, Workload work, string rule, string what, string said, string time, string held, double goal)
    {
        TraceResult result = null!;
        var ours = RatioTable.Best(3, () => result = Tracer.Run(reconciliation, rule, new TraceOptions([])));
        var claims = result.Closing.Select(c => c.Owners.Where(o => o.Class == OwnerClass.Claim).Sum(o => o.Minor)).ToList();
        var (sum, accounts) = (claims.Sum(), claims.Count(c => c > 0));
        var (wantSum, wantAccounts) = ((long)RatioTable.Number(said, held), (int)RatioTable.Number(said[said.IndexOf(held, StringComparison.Ordinal)..], " in "));
        if (sum != wantSum || accounts != wantAccounts)
        {
            throw new InvalidOperationException($"{what}: ours hold {sum} in {accounts} accounts, the reference's {wantSum} in {wantAccounts}.");
        }

        RatioTable.Row(what, work.From.Length, ours, RatioTable.Number(said, time), goal, string.Create(CultureInfo.InvariantCulture,
            $"{ours / work.From.Length * 1e9:N0} ns a transfer; {sum:N0} of claims held in {accounts:N0} accounts, as in the reference"));
    }

    private static Reconciliation Make(Workload work, Dictionary<int, int> first, int victims, AccountCoverage coverage)
    {
        var draft = new LedgerDraft();
        draft.EnsureCapacity(work.From.Length + work.Accounts, work.From.Length);
        var (start, end) = (new Day(work.Second[0] / 86400), new Day(work.Second[^1] / 86400));
        for (var a = 0; a < work.Accounts; a++)
        {
            draft.AddAccount(new LedgerAccount(string.Create(CultureInfo.InvariantCulture, $"A{a}"), "KZT", coverage, [new DayRange(start, end)], end));
        }

        for (var a = 0; a < work.Accounts; a++)
        {
            var minor = Math.Abs(work.Opening[a]);
            if (work.Opening[a] > 0 || (work.Opening[a] < 0 && coverage == AccountCoverage.Reconciled))
            {
                draft.Add(work.Opening[a] > 0 ? MovementKind.Opening : MovementKind.OpeningDebt, LedgerAccount.Outside, a + 1, minor, minor, start, start);
            }
        }

        var owners = new OwnerTable([], Enumerable.Range(0, victims).Select(v => new Claim("A", $"V{v}")));
        var claims = new List<ClaimMark>();
        for (var i = 0; i < work.From.Length; i++)
        {
            if (work.From[i] != work.To[i])
            {
                var day = new Day(work.Second[i] / 86400);
                var m = draft.Add(MovementKind.Transfer, work.From[i] + 1, work.To[i] + 1, work.Minor[i], work.Minor[i], day, day);
                if (first.TryGetValue(i, out var chain))
                {
                    claims.Add(new ClaimMark(m, owners.FirstClaim + (chain % victims), work.Minor[i], "", ""));
                }
            }
        }

        var register = new Register { Owners = owners, Claims = claims, Acquisitions = [], AsOf = end };
        return new Reconciliation(draft.BuildInOrder(), register, new CaseFacts([], [], [], default), [], [], [], [], []);
    }
}

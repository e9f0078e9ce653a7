using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Tests.Ledgers;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>Random ledgers of several accounts as worked text, by seed: mixed credits, partial namings, two acts, claimants, fees, debt where wanted.</summary>
internal static class RandomCase
{
    public static List<string> Lines(int seed, bool withDebt)
    {
        var random = new Random(seed);
        var accounts = random.Next(1, 6);
        var balance = new long[accounts];
        var lines = new List<string>();
        for (var a = 0; a < accounts; a++)
        {
            var opening = random.Next(3) == 0 ? random.Next(withDebt ? -100 : 0, 200) : 0;
            lines.Add($"opening {Name(a)} {opening}");
            balance[a] = opening;
        }

        var assets = 0;
        for (var events = random.Next(5, 35); events > 0; events--)
        {
            var (x, y) = (random.Next(accounts), random.Next(accounts));
            var most = withDebt && random.Next(8) == 0 ? Math.Max(0, balance[x]) + 60 : Math.Max(0, balance[x]);
            var minor = random.NextInt64(most + 1);
            if (minor == 0 || random.Next(4) == 0)
            {
                minor = random.Next(1, 200);
                lines.Add($"+{Name(x)} {minor} {Owner(random, minor)}");
                balance[x] += minor;
            }
            else if (random.Next(3) == 0 && assets < 4)
            {
                lines.Add($"-{Name(x)} {minor} z{assets++}");
                balance[x] -= minor;
            }
            else if (x == y)
            {
                lines.Add($"-{Name(x)} {minor}");
                balance[x] -= minor;
            }
            else
            {
                var arrives = random.Next(4) == 0 ? random.NextInt64(minor + 1) : minor;
                lines.Add($"{Name(x)}>{Name(y)} {minor}/{arrives}{(random.Next(10) == 0 && arrives > 0 ? " K:A1:V" : "")}");
                balance[x] -= minor;
                balance[y] += arrives;
            }
        }

        return lines;
    }

    /// <summary>Small amounts, few accounts and events, so that every attribution can be followed.</summary>
    public static List<string> SmallLines(int seed, bool withDebt = false)
    {
        var random = new Random(seed);
        var balance = new long[2 + random.Next(2)];
        var lines = new List<string>();
        var assets = 0;
        for (var a = 0; withDebt && a < balance.Length; a++)
        {
            balance[a] = random.Next(2) == 0 ? random.Next(-3, 4) : 0;
            lines.AddRange(balance[a] == 0 ? [] : [$"opening {Name(a)} {balance[a]}"]);
        }

        for (var events = random.Next(4, 11); events > 0; events--)
        {
            var (x, y) = (random.Next(balance.Length), random.Next(balance.Length));
            var minor = random.Next(1, 6);
            if ((balance[x] <= 0 && !(withDebt && random.Next(4) == 0)) || random.Next(3) == 0)
            {
                lines.Add($"+{Name(x)} {minor} {(random.Next(5) switch { 0 => "own", 1 => $"K:A2:W {random.Next(1, minor + 1)}", 2 => "K:A1:V", 3 => "tp:C", _ => "K:A1:V" })}");
                balance[x] += minor;
            }
            else if (random.Next(3) == 0 || x == y)
            {
                lines.Add($"-{Name(x)} {minor}{(random.Next(4) > 0 && assets < 3 ? $" z{assets++}" : "")}");
                balance[x] -= minor;
            }
            else
            {
                var arrives = random.Next(4) == 0 ? random.Next(1, minor + 1) : minor;
                lines.Add($"{Name(x)}>{Name(y)} {minor}/{arrives}{(random.Next(8) == 0 ? $" K:A1:V {random.Next(1, arrives + 1)}" : "")}");
                balance[x] -= minor;
                balance[y] += arrives;
            }
        }

        return lines;
    }

    public static Reconciliation Make(IEnumerable<string> lines) => CaseText.Parse(string.Join('\n', lines));

    /// <summary>The same movements, several to a day, of which nothing shows the order.</summary>
    public static Reconciliation InDaysOf(int rows, Reconciliation parsed)
    {
        var (from, draft) = (parsed.Ledger, new LedgerDraft());
        foreach (var account in from.Accounts.Skip(1))
        {
            draft.AddAccount(account);
        }

        var groups = new HashSet<DayGroup>();
        for (var m = 0; m < from.Count; m++)
        {
            // Openings stand alone: they come before the first day.
            var day = new Day(from.Kind[m] is MovementKind.Opening or MovementKind.OpeningDebt ? 0 : 1 + (m / rows));
            draft.Add(from.Kind[m], from.Debited[m], from.Credited[m], from.DebitMinor[m], from.CreditMinor[m], day, day, from.Flags[m], rows: from.RowsOf(m));
            groups.UnionWith(new[] { from.Debited[m], from.Credited[m] }.Where(a => a != LedgerAccount.Outside && day.Number > 0).Select(a => new DayGroup(a, day)));
        }

        foreach (var group in groups)
        {
            draft.UnevidencedGroups.Add(group);
        }

        return parsed with { Ledger = draft.Build([.. from.Legs]) };
    }

    private static string Name(int account) => ((char)('P' + account)).ToString();

    private static string Owner(Random random, long minor) => random.Next(6) switch
    {
        0 => "K:A1:V",
        1 => $"K:A2:W {random.NextInt64(minor) + 1}",
        2 => "tp:C",
        _ => "own",
    };
}

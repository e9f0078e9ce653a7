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

    public static Reconciliation Make(IEnumerable<string> lines) => CaseText.Parse(string.Join('\n', lines));

    private static string Name(int account) => ((char)('P' + account)).ToString();

    private static string Owner(Random random, long minor) => random.Next(6) switch
    {
        0 => "K:A1:V",
        1 => $"K:A2:W {random.NextInt64(minor) + 1}",
        2 => "tp:C",
        _ => "own",
    };
}

using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>
/// A slow twin of the day-batch bounds (definitions E5): the arcs are written down from the definition, a node an account and day, and the least of all cuts is
/// taken, one after the other. For ledgers without gaps, gains, links and reversals, in one currency.
/// </summary>
internal sealed class AllCuts
{
    /// <summary>More than all that moves.</summary>
    private const long Unlimited = 1_000_000;

    private readonly Reconciliation r;
    private readonly Dictionary<string, int> nodes = new(StringComparer.Ordinal);
    private readonly List<(int From, int To, long Minor)> arcs = [];
    private readonly Dictionary<(int Account, int Day), (long Before, long After, long Credits, long Repaid, long Unfunded)> days = [];

    public AllCuts(Reconciliation r)
    {
        this.r = r;
        var l = r.Ledger;
        var balance = new long[l.Accounts.Count];
        var last = new Dictionary<int, int>();
        foreach (var leg in l.Legs)
        {
            var m = leg >> 1;
            var debit = (leg & 1) == 0;
            var account = debit ? l.Debited[m] : l.Credited[m];
            var day = debit ? l.DebitDay[m] : l.CreditDay[m];
            if (!days.TryGetValue((account, day), out var d))
            {
                d = (balance[account], 0, 0, 0, 0);
                if (last.TryGetValue(account, out var previous))
                {
                    Arc(At(account, previous), At(account, day), balance[account]);
                }
            }

            last[account] = day;
            var minor = debit ? l.DebitMinor[m] : l.CreditMinor[m];
            if (l.Kind[m] == MovementKind.OpeningDebt)
            {
                balance[account] = -minor;
            }
            else if (debit)
            {
                d.Unfunded += minor - Math.Clamp(balance[account], 0, minor);
                balance[account] -= minor;
                Pay(m, At(account, day));
            }
            else
            {
                d.Credits += minor;
                d.Repaid += Math.Min(minor, Math.Max(0, -balance[account]));
                balance[account] += minor;
                Receive(m, At(account, day));
            }

            days[(account, day)] = d with { After = balance[account] };
        }

        foreach (var ((account, day), d) in days)
        {
            var raised = l.UnevidencedGroups.Contains(new DayGroup(account, new Day(day))) && (d.Before < 0 || d.After < 0) ? d.Credits - d.Repaid : 0;
            Arc(Node("clean"), At(account, day), d.Unfunded + raised);
            Arc(At(account, day), Node("spent"), d.Repaid + raised);
        }

        foreach (var (account, day) in last)
        {
            Arc(At(account, day), Node("balance:" + l.Accounts[account].Id), balance[account]);
        }
    }

    /// <summary>Nodes besides sources, sinks and targets: there are two cuts to the power of them.</summary>
    public int Inner => nodes.Keys.Count(k => k.Contains('@', StringComparison.Ordinal));

    /// <summary>L, U_rec and U_out of a set.</summary>
    public (long Lower, long Recorded, long Out) Of(IReadOnlyCollection<string> targets)
    {
        var received = arcs.Where(a => targets.Any(t => nodes.GetValueOrDefault(t, -1) == a.To)).Sum(a => a.Minor);
        return (received - Math.Min(received, Least(targets, crime: false, outside: "source")), Math.Min(received, Least(targets, crime: true, outside: "absent")),
            Math.Min(received, Least(targets, crime: true, outside: "inner")));
    }

    private long Least(IReadOnlyCollection<string> targets, bool crime, string outside)
    {
        var side = new int[nodes.Count];
        var inner = new List<int>();
        foreach (var (name, node) in nodes)
        {
            var isOutside = name.StartsWith("outside@", StringComparison.Ordinal);
            side[node] = targets.Contains(name) ? 2 : name == (crime ? "crime" : "clean") || (isOutside && outside == "source") ? 1
                : name is "crime" or "clean" or "spent" || (isOutside && outside == "absent") ? 3 : 0;
            if (side[node] == 0)
            {
                inner.Add(node);
            }
        }

        var open = arcs.Where(a => side[a.From] != 3 && side[a.To] != 3 && side[a.From] != 2).ToArray();
        var least = long.MaxValue;
        for (var cut = 0L; cut < 1L << inner.Count; cut++)
        {
            for (var i = 0; i < inner.Count; i++)
            {
                side[inner[i]] = (cut >> i & 1) == 1 ? 1 : 2;
            }

            var sum = 0L;
            foreach (var (from, to, minor) in open)
            {
                sum += side[from] == 1 && side[to] == 2 ? minor : 0;
            }

            least = Math.Min(least, sum);
        }

        return least;
    }

    private void Pay(int m, int node)
    {
        var (l, minor) = (r.Ledger, r.Ledger.DebitMinor[m]);
        if (r.Register.Acquisitions.FirstOrDefault(a => a.Lines.Any(line => line.Movement == m)) is { } bought)
        {
            Arc(node, Node(bought.Key), minor);
        }
        else if (l.Credited[m] == LedgerAccount.Outside)
        {
            Arc(node, Outside(l.DebitDay[m]), minor);
        }
    }

    private void Receive(int m, int node)
    {
        var (l, minor) = (r.Ledger, r.Ledger.CreditMinor[m]);
        var named = Math.Min(minor, r.Register.Claims.Where(c => c.Movement == m).Sum(c => c.Minor));
        Arc(Node("crime"), node, named);
        if (l.Debited[m] != LedgerAccount.Outside)
        {
            Arc(At(l.Debited[m], l.DebitDay[m]), node, Math.Min(minor - named, l.DebitMinor[m] - named));
        }
        else
        {
            Arc(r.Register.Claimants.Any(c => c.Movement == m) ? Node("clean") : Outside(l.CreditDay[m]), node, minor - named);
        }
    }

    private void Arc(int from, int to, long minor)
    {
        if (minor > 0 && from != to)
        {
            arcs.Add((from, to, minor));
        }
    }

    private int At(int account, int day) => Node(FormattableString.Invariant($"{account}@{day}"));

    /// <summary>Outside keeps what it has from day to day.</summary>
    private int Outside(int day)
    {
        var name = FormattableString.Invariant($"outside@{day}");
        if (!nodes.ContainsKey(name))
        {
            var others = nodes.Where(n => n.Key.StartsWith("outside@", StringComparison.Ordinal)).Select(n => (Day: int.Parse(n.Key.AsSpan(8), System.Globalization.CultureInfo.InvariantCulture), n.Value)).ToList();
            foreach (var (other, node) in others)
            {
                Arc(other < day ? node : Node(name), other < day ? Node(name) : node, Unlimited);
            }
        }

        return Node(name);
    }

    private int Node(string name)
    {
        if (!nodes.TryGetValue(name, out var node))
        {
            nodes[name] = node = nodes.Count;
        }

        return node;
    }
}

using FinInvest.Graph.Present.Charts;
using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>The chosen paths to one target as a chart and as the table that explains its arrows. Paths are taken in their order while the boxes fit.</summary>
internal sealed class DrawnPaths
{
    private readonly ExhibitView view;
    private readonly TargetTrace target;
    private readonly List<string> boxes = [];
    private readonly List<DrawnArrow> arrows = [];

    public DrawnPaths(ExhibitView view, TargetTrace target, PathResult paths)
    {
        this.view = view;
        this.target = target;
        Found = paths.Found;
        foreach (var path in paths.Paths)
        {
            var hops = Hops(path);
            var more = hops.SelectMany(h => new[] { h.From, h.To }).Distinct(StringComparer.Ordinal).Where(b => !boxes.Contains(b)).ToList();
            if (boxes.Count + more.Count > PathChart.BoxesMax)
            {
                continue;
            }

            boxes.AddRange(more);
            foreach (var hop in hops)
            {
                ArrowOf(hop).Add(hop);
            }

            Shown++;
        }
    }

    /// <summary>Paths drawn, of all that were found.</summary>
    public int Shown { get; private set; }
    public long Found { get; }
    public IReadOnlyList<DrawnArrow> Arrows => arrows;

    public string Svg(string id)
    {
        var name = view.Names.Target(target.Target);
        string[] legend =
        [
            $"Rule: {view.RuleName(view.Chosen.Rule)}; order of rows: {view.Content.OrderMode}. {Wording.Number(Shown)} of {Wording.Count(Found, "path")} shown.",
            "Strips show what each sum consisted of under the rule. Numbers: table below, by row of Schedule C.",
        ];
        return PathChart.Svg(new PathChartContent(id, $"Paths from credits named as proceeds to {name}", [.. boxes.Select(Box)], [.. arrows.Select(Arrow)], legend));
    }

    /// <summary>The hops of a path; where it ends at the account that paid, the purchase is added as its last hop.</summary>
    private List<PathHop> Hops(AssetPath path)
    {
        var hops = path.Hops.Select(h => h with { From = Place(h.From), To = Place(h.To) }).ToList();
        if (hops.Count > 0 && hops[^1].Kind == "money" && hops[^1].To != target.Target && view.AcquisitionOf(target.Target) is { } bought)
        {
            foreach (var line in bought.Lines.Where(l => l.Movement >= 0 && view.Ledger.Accounts[view.Ledger.Debited[l.Movement]].Id == hops[^1].To).Take(1))
            {
                hops.Add(new PathHop("money", hops[^1].To, target.Target, line.Movement, line.Minor, line.Minor, line.Day));
            }
        }

        return hops;
    }

    /// <summary>Assets are drawn once, whichever acquisition or plain id the path names.</summary>
    private string Place(string id) => id == target.Target.Split('#')[0] ? target.Target : id.StartsWith("balance:", StringComparison.Ordinal) ? id["balance:".Length..] : id;

    private DrawnArrow ArrowOf(PathHop hop)
    {
        var arrow = arrows.FirstOrDefault(a => a.From == hop.From && a.To == hop.To && a.Kind == hop.Kind);
        if (arrow is null)
        {
            arrow = new DrawnArrow(arrows.Count + 1, hop.Kind, hop.From, hop.To);
            arrows.Add(arrow);
        }

        return arrow;
    }

    private ChartBox Box(string id)
    {
        if (id == target.Target)
        {
            return new ChartBox(id, ChartBoxKind.Asset, [view.Names.Target(id), $"cost {view.Money(target.Cost, target.Currency)}", $"traced {view.Money(target.Traced, target.Currency)}"],
                Strip: ClassStrip.Of(target.Paid));
        }

        if (view.LedgerAccountOf(id) is { } account)
        {
            var gaps = view.Ledger.Breaks.Where(b => b.Account == id).ToList();
            var more = gaps.Count > 1 ? $" and {gaps.Count - 1} more" : "";
            var gap = gaps.Count == 0 ? "" : $"gap {gaps[0].LastCovered.AddDays(1)} on{more}";
            var known = view.Names.AccountOf(id);
            var bank = string.Join(", ", new[] { known?.Institution ?? "", known?.Country ?? "" }.Where(t => t.Length > 0));
            return new ChartBox(id, ChartBoxKind.Account, [.. new[] { view.Names.Holders(id), id, bank }.Where(t => t.Length > 0)], gap, account.Coverage != AccountCoverage.Reconciled);
        }

        if (view.Names.IsParty(id))
        {
            return new ChartBox(id, ChartBoxKind.Party, [view.Names.Party(id), id]);
        }

        return view.Names.AssetOf(id) is not null ? new ChartBox(id, ChartBoxKind.Asset, [view.Names.Target(id), id]) : new ChartBox(id, ChartBoxKind.Outside, Outside(id));
    }

    /// <summary>Where the first hop comes from: the claim whose credits it names, with the payer where the row tells.</summary>
    private List<string> Outside(string id)
    {
        var movements = arrows.Where(a => a.From == id).SelectMany(a => a.Movements).ToList();
        var payers = movements.Select(m => view.Ledger.RowsOf(m) is { Length: > 0 } rows ? view.TextOf(rows[^1])?.CounterpartyName ?? "" : "").Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var claims = view.Register.Claims.Where(c => movements.Contains(c.Movement)).Select(c => view.Register.Owners.Labels[c.Owner]).Distinct(StringComparer.Ordinal).Select(view.Names.Owner).ToList();
        var first = payers.Count == 1 ? payers[0] : payers.Count > 1 ? Wording.Count(payers.Count, "payer") : id == "OUTSIDE" ? "Outside the records" : view.Names.Owner(id);
        return [first, .. claims.Where(c => c != first).Take(2)];
    }

    private ChartArrow Arrow(DrawnArrow a)
    {
        if (a.Movements.Count == 0)
        {
            return new ChartArrow(a.From, a.To, a.Number, [a.Kind, a.Text], IsMoney: a.Kind == "money");
        }

        var days = Days(a);
        var amount = view.Money(a.Movements.Sum(Amount), Currency(a));
        var several = a.Movements.Count > 1 ? $"{Wording.Number(a.Movements.Count)} x, " : "";
        var strip = ClassStrip.Of(a.Movements.SelectMany(Carried));
        return new ChartArrow(a.From, a.To, a.Number, [several + days, amount], a.Movements.Any(IsDashed), a.Kind == "money", strip);
    }

    /// <summary>The day, or the first and last day, on which the transfers of an arrow were booked.</summary>
    public string Days(DrawnArrow a)
    {
        var days = a.Movements.Select(Day).Order().ToList();
        return days.Count == 0 ? "" : days[0] == days[^1] ? days[0].ToString() : $"{days[0]} to {days[^1]}";
    }

    public string Currency(DrawnArrow a) => a.Movements.Count == 0 ? "" : view.Ledger.Accounts[Payer(a.Movements[0])].Currency;

    public long Amount(int movement) => view.Ledger.Debited[movement] == LedgerAccount.Outside ? view.Ledger.CreditMinor[movement] : view.Ledger.DebitMinor[movement];

    /// <summary>What a hop carried under the rule; a purchase whose account is not in Schedule C carried what the asset received.</summary>
    public IReadOnlyList<OwnedAmount> Carried(int movement) => view.Rows.Carried(movement);

    public bool IsDashed(int movement)
    {
        var ledger = view.Ledger;
        return ledger.Flags[movement].HasFlag(MovementFlags.Inferred) || Unreconciled(ledger.Debited[movement], ledger.DebitDay[movement]) || Unreconciled(ledger.Credited[movement], ledger.CreditDay[movement]);
    }

    private bool Unreconciled(int account, int day) => account != LedgerAccount.Outside
        && (view.Ledger.Accounts[account].Coverage != AccountCoverage.Reconciled || !view.Ledger.Accounts[account].Covered.Any(p => p.Contains(new Day(day))));

    private int Payer(int movement) => view.Ledger.Debited[movement] != LedgerAccount.Outside ? view.Ledger.Debited[movement] : view.Ledger.Credited[movement];

    private Day Day(int movement) => new(view.Ledger.Debited[movement] != LedgerAccount.Outside ? view.Ledger.DebitDay[movement] : view.Ledger.CreditDay[movement]);
}

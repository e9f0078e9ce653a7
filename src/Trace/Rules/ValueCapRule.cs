using FinInvest.Graph.Model.Entities;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>Value cap: up to the value of the intermingled proceeds, whatever the accounting (definitions D5).</summary>
public sealed class ValueCapRule : OtherRule
{
    public override string Id => "value-cap";
    public override string Name => "Value cap";
    public override IReadOnlyList<string> Authorities =>
        ["United Nations Convention against Corruption, art. 31(5)", "Criminal Code of the Russian Federation, art. 104.1(2)", "Criminal Code of Kazakhstan, art. 48"];
    public override string Definition =>
        "The asset's value at the as-of date, but no more than the crime money that came, before the purchase, to accounts from which a chain in time leads into it; less what was already recovered.";

    public override IReadOnlyList<OtherFigure> Run(Reconciliation reconciliation, OtherRuleOptions options)
    {
        var assets = reconciliation.Facts.All<Asset>().ToDictionary(a => a.Id, StringComparer.Ordinal);
        return [.. reconciliation.Register.Acquisitions.Select(a => Figure(reconciliation, a, assets.GetValueOrDefault(a.Asset)))];
    }

    private OtherFigure Figure(Reconciliation reconciliation, Acquisition acquisition, Asset? asset)
    {
        if (asset?.Value is not { } value)
        {
            return new OtherFigure(Id, acquisition.Key, "", null, acquisition.Currency, "No value at the as-of date is recorded for the asset.");
        }

        if (reconciliation.Ledger.Accounts.Skip(1).Any(a => a.Currency != acquisition.Currency))
        {
            return new OtherFigure(Id, acquisition.Key, "", null, acquisition.Currency, "The case holds several currencies; the crime money credited has no common unit with the value.");
        }

        var credited = CreditedBefore(reconciliation, acquisition);
        return new OtherFigure(Id, acquisition.Key, "", Math.Max(0, Math.Min(value, credited) - asset.Recovered), acquisition.Currency,
            $"min(value {value}, crime money credited {credited}) - recovered {asset.Recovered}");
    }

    /// <summary>What the register charges of the credits before the last price line, on the accounts that lead into the purchase.</summary>
    private static long CreditedBefore(Reconciliation reconciliation, Acquisition acquisition)
    {
        var ledger = reconciliation.Ledger;
        var paid = acquisition.Lines.Where(l => l.Movement >= 0).ToList();
        var leads = LeadingInto(ledger, [.. paid.Select(l => l.Movement)]);
        var lastPrice = paid.Where(l => l.Kind == "price").Select(l => ledger.Position[l.Movement * 2]).DefaultIfEmpty(-1).Max();
        return reconciliation.Register.Claims.GroupBy(c => c.Movement)
            .Where(g => leads[ledger.Credited[g.Key]] && ledger.Position[(g.Key * 2) + 1] < lastPrice)
            .Sum(g => Math.Min(g.Sum(c => c.Minor), ledger.CreditMinor[g.Key]));
    }

    /// <summary>Walks the legs back from the last cost line: accounts from which some chain in time leads into the purchase.</summary>
    private static bool[] LeadingInto(Ledger ledger, HashSet<int> costLines)
    {
        var leads = new bool[ledger.Accounts.Count];
        var awaited = new HashSet<int>();
        for (var at = costLines.Select(m => ledger.Position[m * 2]).DefaultIfEmpty(-1).Max(); at >= 0; at--)
        {
            var movement = ledger.Legs[at] >> 1;
            if ((ledger.Legs[at] & 1) == 0)
            {
                leads[ledger.Debited[movement]] |= costLines.Contains(movement) || awaited.Contains(movement);
            }
            else if (leads[ledger.Credited[movement]])
            {
                awaited.Add(movement);
            }
        }

        return leads;
    }
}

using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;

namespace FinInvest.Graph.Trace.Rules;

/// <summary>18 U.S.C. 984: fungible property in the same account within one year, without tracing.</summary>
public sealed class Section984Rule : OtherRule
{
    public const string Code = "s984";
    private const int DaysOfYear = 365;

    public override string Id => Code;
    public override string Name => "Identical property within one year (18 U.S.C. 984)";
    public override IReadOnlyList<string> Authorities => ["18 U.S.C. 984 (civil forfeiture of fungible property)"];
    public override string Definition => "Where the action starts within one year of the offence, what the account holds on that day, up to the crime money credited to it in that year.";

    public override IReadOnlyList<OtherFigure> Run(Reconciliation reconciliation, OtherRuleOptions options)
    {
        var ledger = reconciliation.Ledger;
        if (options.ActionDay is not { } action)
        {
            return [new OtherFigure(Id, "pool", "", null, "", "The day the action starts is not given.")];
        }

        var balance = BalancesOn(ledger, action);
        var credited = new long[ledger.Accounts.Count];
        foreach (var mark in reconciliation.Register.Claims)
        {
            var day = ledger.CreditDay[mark.Movement];
            if (day <= action.Number && action.Number - day <= DaysOfYear)
            {
                credited[ledger.Credited[mark.Movement]] += Math.Min(mark.Minor, ledger.CreditMinor[mark.Movement]);
            }
        }

        return [.. Enumerable.Range(1, ledger.Accounts.Count - 1).Where(a => ledger.Accounts[a].Coverage != AccountCoverage.External).Select(a => new OtherFigure(Id,
            "balance:" + ledger.Accounts[a].Id, "", Math.Min(Math.Max(0, balance[a]), credited[a]), ledger.Accounts[a].Currency,
            $"min(balance on {action} {Math.Max(0, balance[a])}, crime money credited within {DaysOfYear} days {credited[a]})"))];
    }

    private static long[] BalancesOn(Ledger ledger, Day action)
    {
        var balance = new long[ledger.Accounts.Count];
        foreach (var leg in ledger.Legs)
        {
            var movement = leg >> 1;
            var isDebit = (leg & 1) == 0;
            var account = isDebit ? ledger.Debited[movement] : ledger.Credited[movement];
            if ((isDebit ? ledger.DebitDay[movement] : ledger.CreditDay[movement]) > action.Number)
            {
                continue;
            }

            balance[account] = ledger.Kind[movement] switch
            {
                MovementKind.GapOut => 0,
                MovementKind.OpeningDebt => -ledger.CreditMinor[movement],
                _ => balance[account] + (isDebit ? -ledger.DebitMinor[movement] : ledger.CreditMinor[movement]),
            };
        }

        return balance;
    }
}

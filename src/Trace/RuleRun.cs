using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Trace.Columns;
using FinInvest.Graph.Trace.Rules;

namespace FinInvest.Graph.Trace;

/// <summary>
/// One pass over the legs in case order. A debit takes a portion of the account as the rule says; between its legs a movement's portion is in
/// transit; a credit repays debt first and puts the rest into the account as one parcel.
/// <code>
///  account --Take(rule)--> hand --> [ cost line ] --> transit[m] --> [ proceeds, fee, rate ] --> [ debt ] --> Put --> account
/// </code>
/// </summary>
internal sealed partial class RuleRun
{
    private readonly Reconciliation reconciliation;
    private readonly Ledger ledger;
    private readonly Register register;
    private readonly TracingRule rule;
    private readonly TraceOptions options;
    private readonly OwnerTable owners;
    private readonly MovementRoles roles;
    private readonly FlowLog? flow;
    private readonly bool ordered;
    private readonly Funds funds;
    private readonly Books books;
    private readonly Portion hand;
    private readonly Portion part;
    private readonly Portion scratch;
    private readonly LotColumns transit = new();
    private readonly RateableSplit split = new();
    private readonly int[] transitStart;
    private readonly int[] transitCount;
    private readonly bool[] makesDebt;
    private readonly long[] debt;
    private readonly long[] running;

    public RuleRun(Reconciliation reconciliation, TracingRule rule, TraceOptions options)
    {
        this.reconciliation = reconciliation;
        this.rule = rule;
        this.options = options;
        ledger = reconciliation.Ledger;
        register = reconciliation.Register;
        owners = register.Owners;
        roles = new MovementRoles(ledger, register, options.WithLinks);
        flow = options.WithFlow ? new FlowLog(ledger.Count) : null;
        ordered = rule.Order is FundOrder.OldestLotFirst or FundOrder.NewestLotFirst;
        var accounts = ledger.Accounts.Count;
        funds = rule.Order == FundOrder.Totals ? new PoolFunds(accounts, owners.Count, owners.FirstClaim, Tiers(rule, owners), flow, split)
            : new ParcelFunds(accounts, rule.Order is FundOrder.NewestFirst or FundOrder.NewestLotFirst, owners.FirstClaim, flow, split);
        books = new Books(owners.Count);
        hand = NewPortion();
        part = NewPortion();
        scratch = NewPortion();
        transitStart = new int[ledger.Count];
        transitCount = new int[ledger.Count];
        makesDebt = [.. ledger.Accounts.Select(a => a.Coverage == AccountCoverage.Reconciled)];
        debt = new long[accounts];
        running = new long[accounts];
        holdings = [.. register.Acquisitions.Select(a => new Holding(a, owners.Count, new Portion(owners.Count, owners.FirstClaim, false, flow, split)))];
        rows = Wanted(options.LedgerAccounts ?? []);
        closedAt = new (long, long, List<OwnedLot>)?[accounts];
    }

    private Portion NewPortion() => new(owners.Count, owners.FirstClaim, ordered, flow, split);

    public TraceResult Run()
    {
        BuyOnLoan();
        foreach (var leg in ledger.Legs)
        {
            var movement = leg >> 1;
            if ((leg & 1) == 0)
            {
                Debit(movement);
            }
            else
            {
                Credit(movement);
            }
        }

        var result = Result();
        AssertBalanced();
        return result;
    }

    private static int[][] Tiers(TracingRule rule, OwnerTable owners) =>
        [.. Enumerable.Range(0, owners.Count).GroupBy(o => rule.TierOf(owners.ClassOf(o))).OrderBy(g => g.Key).Select(g => g.ToArray())];

    private void Debit(int movement)
    {
        var account = ledger.Debited[movement];
        var minor = ledger.DebitMinor[movement];
        if (ledger.Kind[movement] == MovementKind.GapOut)
        {
            LeaveAtGap(movement, account);
            return;
        }

        var role = roles.Of[movement];
        hand.Clear();
        var funded = Math.Min(minor, funds.Balance(account));
        if ((role & MovementRole.Reversal) != 0)
        {
            TakeForReversal(movement, account, funded);
        }
        else
        {
            funds.Take(account, funded, hand, (role & MovementRole.Named) != 0 ? movement : -1);
        }

        var unfunded = minor - funded;
        if (unfunded > 0)
        {
            PayUnfunded(movement, account, unfunded);
        }

        running[account] -= makesDebt[account] ? minor : funded;
        hand.Seal(flow is not null && hand.HasClaim && (role & MovementRole.CostLine) == 0 ? TransferHop(movement) : FlowLog.NoHop);
        Check(movement, account, hand.Total == minor && funds.Balance(account) - debt[account] == running[account]);
        rows[account]?.Debit(movement, hand, unfunded, running[account]);
        if ((role & MovementRole.CostLine) != 0)
        {
            Acquire(movement);
        }

        if ((role & MovementRole.Named) != 0)
        {
            Remember(movement, unfunded);
        }

        if (ledger.Credited[movement] == LedgerAccount.Outside)
        {
            books.Out(hand);
            return;
        }

        transitCount[movement] = hand.Count;
        transitStart[movement] = hand.Store(transit);
    }

    /// <summary>The bank pays what the account does not hold and is owed it (definitions A6); without a statement nobody knows who paid (A7).</summary>
    private void PayUnfunded(int movement, int account, long unfunded)
    {
        var payer = makesDebt[account] ? OwnerTable.Bank : OwnerTable.Unknown;
        hand.NextLot();
        hand.Add(payer, unfunded, 0);
        books.In(payer, unfunded);
        if (makesDebt[account])
        {
            debt[account] = checked(debt[account] + unfunded);
        }
    }

    private void LeaveAtGap(int movement, int account)
    {
        if (ledger.Accounts[account].IsLastDay(new Day(ledger.DebitDay[movement])))
        {
            closedAt[account] = Snapshot(account);
        }

        hand.Clear();
        funds.Empty(account, hand);
        Check(movement, account, hand.Total == ledger.DebitMinor[movement] || debt[account] > 0);
        debt[account] = 0;
        running[account] = 0;
        rows[account]?.Debit(movement, hand, 0, 0);
        books.Out(hand);
    }

    private bool SameCurrency(int movement) => ledger.Accounts[ledger.Debited[movement]].Currency == ledger.Accounts[ledger.Credited[movement]].Currency;

    private int TransferHop(int movement) => flow!.TransferHop(movement);

    /// <summary>Stops the run where a leg does not hold what it must.</summary>
    private void Check(int movement, int account, bool holds)
    {
        if (!holds)
        {
            throw Broken(movement, account);
        }
    }

    private InvalidOperationException Broken(int movement, int account)
    {
        var source = string.Join(", ", ledger.RowsOf(movement).ToArray().Select(r => r.ToString()));
        return new InvalidOperationException($"Rule {rule.Id} does not balance at movement {movement} ({source}) on account {ledger.Accounts[account].Id}: " +
            $"holdings {funds.Balance(account)}, debt {debt[account]}, running balance {running[account]}.");
    }
}

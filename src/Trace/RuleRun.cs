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
    private readonly RateableSplit split = new();
    private readonly PlainLegs plain;
    private readonly bool[] makesDebt;

    /// <summary>By account: a number of its currency.</summary>
    private readonly int[] currencyOf;

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
        books = new Books(owners.Count);
        rows = Wanted(options.LedgerAccounts ?? []);
        var newestFirst = rule.Order is FundOrder.NewestFirst or FundOrder.NewestLotFirst;
        funds = rule.Order == FundOrder.Totals ? new PoolFunds(accounts, owners.Count, owners.FirstClaim, Tiers(rule, owners), flow, split, books)
            : new ParcelFunds(accounts, newestFirst, ordered, mayJoin: !ordered || (flow is null && options.LedgerAccounts is not { Count: > 0 }), owners.Count, owners.FirstClaim, flow, split, books);
        hand = NewPortion();
        part = NewPortion();
        scratch = NewPortion();
        makesDebt = [.. ledger.Accounts.Select(a => a.Coverage == AccountCoverage.Reconciled)];
        currencyOf = CurrencyNumbers.Of(ledger);
        plain = new PlainLegs(ledger, new PlainMovements(ledger, roles.Of, Array.ConvertAll(rows, r => r is not null), currencyOf).Of, makesDebt);
        holdings = [.. register.Acquisitions.Select(a => new Holding(a, owners.Count, new Portion(owners.Count, owners.FirstClaim, false, flow, split)))];
        closings = new ClosingColumns(accounts);
        all = new Portion(owners.Count, owners.FirstClaim, false, flow, split);
    }

    private Portion NewPortion() => new(owners.Count, owners.FirstClaim, ordered, flow, split);

    public TraceResult Run()
    {
        BuyOnLoan();
        for (var place = funds.Carry(plain, 0); place < ledger.Legs.Length; place = funds.Carry(plain, place + 1))
        {
            var movement = ledger.Legs[place] >> 1;
            if ((ledger.Legs[place] & 1) == 0)
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

        funds[account].Running -= makesDebt[account] ? minor : funded;
        hand.Seal(flow is not null && hand.HasClaim && (role & MovementRole.CostLine) == 0 ? TransferHop(movement) : FlowLog.NoHop);
        Check(movement, account, hand.Total == minor && Foots(account));
        rows[account]?.Debit(movement, hand, unfunded, funds[account].Running);
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

        plain.Transit.Put(movement, hand);
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
            funds[account].Debt += unfunded;
        }
    }

    private void LeaveAtGap(int movement, int account)
    {
        if (ledger.Accounts[account].IsLastDay(new Day(ledger.DebitDay[movement])))
        {
            Close(account);
        }

        hand.Clear();
        funds.Empty(account, hand);
        Check(movement, account, hand.Total == ledger.DebitMinor[movement] || funds[account].Debt > 0);
        (funds[account].Debt, funds[account].Running) = (0, 0);
        rows[account]?.Debit(movement, hand, 0, 0);
        books.Out(hand);
    }

    private bool SameCurrency(int movement) => currencyOf[ledger.Debited[movement]] == currencyOf[ledger.Credited[movement]];

    /// <summary>What the account holds less what it owes is what its legs add up to.</summary>
    private bool Foots(int account) => funds[account].Balance - funds[account].Debt == funds[account].Running;

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
            $"holdings {funds.Balance(account)}, debt {funds[account].Debt}, running balance {funds[account].Running}.");
    }
}

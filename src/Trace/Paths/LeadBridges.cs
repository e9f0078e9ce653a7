using System.Runtime.InteropServices;
using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>What may stand between two payments of a lead: chains of links, and cash, or money in one pool, that left one account and came into another.</summary>
internal sealed class LeadBridges
{
    private readonly PathIndex index;
    private readonly Ledger ledger;
    private readonly PathOptions options;
    private readonly LinkChains chains;
    private readonly Dictionary<int, List<int>> cashOut = [];
    private readonly List<int> cashIn = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public LeadBridges(PathIndex index, PathOptions options)
    {
        (this.index, this.options) = (index, options);
        ledger = index.Ledger;
        chains = new LinkChains(index.Ties, ledger);
        for (var m = 0; m < ledger.Count; m++)
        {
            if ((ledger.Flags[m] & MovementFlags.Cash) == 0 && index.PassageOf(m) is not { Use: "pooled" })
            {
                continue;
            }

            if (ledger.Credited[m] == LedgerAccount.Outside)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(cashOut, ledger.Debited[m], out _);
                (list ??= []).Add(m);
            }
            else if (ledger.Debited[m] == LedgerAccount.Outside)
            {
                cashIn.Add(m);
            }
        }

        cashIn.Sort((a, b) => ledger.Position[(a * 2) + 1].CompareTo(ledger.Position[(b * 2) + 1]));
    }

    /// <summary>Accounts from which cash was taken or money went into a pool.</summary>
    public IEnumerable<int> CashFrom => cashOut.Keys;

    /// <summary>Accounts into which cash was paid or money came out of a pool.</summary>
    public IEnumerable<int> CashInto => cashIn.Select(m => ledger.Credited[m]).Distinct();

    /// <summary>Bridges out of an account for money that came at a place and moment, each with the place after it.</summary>
    public IEnumerable<(LinkChain Chain, int Place)> From(int account, int place, long moment, int stepsMax)
    {
        foreach (var chain in chains.Bridges(ledger.Accounts[account].Id, moment, Math.Min(options.LinksMax, stepsMax)))
        {
            yield return (chain, place);
        }

        foreach (var paid in cashOut.GetValueOrDefault(account, []).Where(m => ledger.Position[m * 2] > place).OrderBy(m => ledger.Position[m * 2]))
        {
            foreach (var back in cashIn.Where(m => Joins(paid, m)))
            {
                yield return (Cash(paid, back), ledger.Position[(back * 2) + 1]);
            }
        }
    }

    /// <summary>A number for what a bridge passes, the same for the same sequence.</summary>
    public int NumberOf(LinkChain chain)
    {
        var key = $"{string.Join('\n', chain.Nodes)}\t{chain.Account}";
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers[key] = number = numbers.Count;
        }

        return number;
    }

    /// <summary>A deposit after a withdrawal (or out of the pool that it went into), elsewhere, of no more than it and in its currency, within the days allowed.</summary>
    private bool Joins(int paid, int back) => PoolOf(paid) == PoolOf(back) && ledger.Position[(back * 2) + 1] > ledger.Position[paid * 2] && ledger.Credited[back] != ledger.Debited[paid]
        && ledger.CreditDay[back] - ledger.DebitDay[paid] <= options.CashDaysMax && ledger.CreditDay[back] >= ledger.DebitDay[paid]
        && ledger.CreditMinor[back] <= ledger.DebitMinor[paid] && ledger.CreditMinor[back] > 0
        && ledger.Accounts[ledger.Credited[back]].Currency == ledger.Accounts[ledger.Debited[paid]].Currency;

    /// <summary>The pool that a movement went into or came out of; "" = it was cash.</summary>
    private string PoolOf(int movement) => index.PassageOf(movement) is { Use: "pooled" } p ? p.Account : "";

    private LinkChain Cash(int paid, int back)
    {
        var (kind, between) = PoolOf(paid) is { Length: > 0 } pool ? ("pooled", pool) : ("cash", ledger.Accounts[LedgerAccount.Outside].Id);
        var (from, to) = (ledger.Accounts[ledger.Debited[paid]].Id, ledger.Accounts[ledger.Credited[back]].Id);
        return new LinkChain(ledger.Credited[back], LedgerTimes.Credit(ledger, back).Low,
            [Hop(kind, from, between, paid, ledger.DebitDay[paid]), Hop(kind, between, to, back, ledger.CreditDay[back])], [kind == "cash" ? "cash" : between]);
    }

    private PathHop Hop(string kind, string from, string to, int movement, int day) => new(kind, from, to, movement, ledger.DebitMinor[movement], ledger.CreditMinor[movement], new Day(day),
        ledger.RowsOf(movement) is { IsEmpty: false } rows ? rows[0].ToString() : "");
}

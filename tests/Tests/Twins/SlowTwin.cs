using System.Numerics;

namespace FinInvest.Graph.Tests.Twins;

/// <summary>
/// The five conserving rules, written a second time from the definitions alone and as plainly as possible, so that the product has something to agree with.
/// It knows definitions A2, A6, A7, B1 to B3, C1 to C8 and D2.
/// </summary>
internal sealed partial class SlowTwin
{
    private readonly string rule;
    private readonly TwinLedger ledger;
    private readonly bool withLinks;
    private readonly Dictionary<string, TwinAccount> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<TwinMovement, TwinSum> inTransit = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (TwinSum Sum, BigInteger Debt)> statedAtGap = new(StringComparer.Ordinal);

    /// <summary>Movements that a reversal or a link names.</summary>
    private readonly HashSet<TwinMovement> named = new(ReferenceEqualityComparer.Instance);

    private SlowTwin(string rule, TwinLedger ledger, bool withLinks)
    {
        (this.rule, this.ledger, this.withLinks) = (rule, ledger, withLinks);
        var keys = ledger.Acquisitions.Select(a => a.Key).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            var former = i > 0 && ledger.Acquisitions[i - 1].Asset == ledger.Acquisitions[i].Asset ? holdings[keys[i - 1]] : null;
            holdings[keys[i]] = new TwinHolding(ledger.Acquisitions[i], former);
        }

        foreach (var leg in ledger.Legs)
        {
            if (leg.Movement.Undoes is { } undone)
            {
                named.Add(undone);
            }

            if (withLinks && leg.IsCredit && leg.Movement.Linked.Count > 0)
            {
                named.Add(leg.Movement);
            }
        }
    }

    /// <summary>Rules that <see cref="Run"/> knows, by the product's ids.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["fifo", "lifo", "rolling", "own-first", "proceeds-first"];

    /// <summary>Claim money that this rule newly labelled, by claim.</summary>
    public Dictionary<string, BigInteger> NewlyLabelled { get; } = new(StringComparer.Ordinal);

    /// <param name="withLinks">Apply coordination links (definitions C7).</param>
    public static SlowTwin Run(string rule, TwinLedger ledger, bool withLinks = false)
    {
        var twin = new SlowTwin(rule, ledger, withLinks);
        foreach (var leg in ledger.Legs)
        {
            if (leg.IsCredit)
            {
                twin.Credit(leg.Movement);
            }
            else
            {
                twin.Debit(leg.Movement);
            }
        }

        return twin;
    }

    /// <summary>Composition of an account at the end, or as of its last covered day where its coverage ended before.</summary>
    public TwinSum Closing(string account) => statedAtGap.TryGetValue(account, out var stated) ? stated.Sum : Of(account).Held();

    public BigInteger Debt(string account) => statedAtGap.TryGetValue(account, out var stated) ? stated.Debt : Of(account).Debt;

    private TwinAccount Of(string account) => accounts.TryGetValue(account, out var known) ? known : accounts[account] = new TwinAccount(rule, ledger.Owners);

    private void Debit(TwinMovement m)
    {
        var account = Of(m.From!);
        if (m.Kind == TwinKind.GapOut)
        {
            statedAtGap[m.From!] = (account.Held(), account.Debt);
            account.Leave();
            return;
        }

        var funded = BigInteger.Min(m.Debit, account.Total);
        List<TwinSource>? taken = named.Contains(m) ? [] : null;
        var paid = new TwinSum();
        if (m.Undoes is { } undone && undone.To == m.From)
        {
            // First what is left of the undone movement's own parcel, the rest as by any debit (definitions C8).
            paid.Add(account.TakeFrom(undone, BigInteger.Min(funded, m.Undone)));
        }

        paid.Add(account.Take(funded - paid.Total, taken));
        var unfunded = m.Debit - funded;
        if (ledger.WithoutStatement.Contains(m.From!))
        {
            paid.Add("unknown", unfunded);
        }
        else
        {
            paid.Add("bank", unfunded);
            account.Debt += unfunded;
        }

        if (m.Lines.Count > 0)
        {
            paid = Buy(m, paid);
        }

        if (taken is not null)
        {
            undoing[m] = new Undoing(taken, m.To is null ? paid.Copy() : new TwinSum()) { Unfunded = ledger.WithoutStatement.Contains(m.From!) ? 0 : unfunded };
        }

        if (m.To is not null)
        {
            inTransit[m] = paid;
        }
    }

    private void Credit(TwinMovement m)
    {
        var account = Of(m.To!);
        if (m.Kind is TwinKind.Opening or TwinKind.GapReturn or TwinKind.OpeningDebt)
        {
            statedAtGap.Remove(m.To!);
        }

        if (m.Kind == TwinKind.OpeningDebt)
        {
            account.Debt = m.Credit;
            return;
        }

        var sum = m.Kind switch
        {
            TwinKind.Opening => TwinSum.Of("opening", m.Credit),
            TwinKind.GapReturn => TwinSum.Of("unknown", m.Credit),
            TwinKind.Interest => account.Held() is var held && held.Total > 0 ? held.Proportions(m.Credit, ledger.Owners) : TwinSum.Of("own", m.Credit),
            _ when m.From is null => FromOutside(m),
            _ => Arrived(m),
        };
        foreach (var (claim, amount) in m.Named)
        {
            Label(sum, claim, amount);
        }

        if (m.Claimant is { } claimant)
        {
            var free = sum.Total - sum.ClaimTotal;
            sum.Take(free, ledger.Owners, o => !TwinSum.IsClaim(o));
            sum.Add(claimant, free);
        }

        RepayBankFirst(m, sum, account);
        var repaying = sum.Take(BigInteger.Min(sum.Total, account.Debt), ledger.Owners);
        account.Debt -= repaying.Total;
        if (withLinks)
        {
            Swap(m, repaying, sum);
        }

        PutBack(m, sum);
        account.Put(sum, named.Contains(m) ? m : null);
    }

    /// <summary>What is credited of what was debited: a fee in transit keeps the rest in the same proportions (definitions C5); another currency's units scale it (C6).</summary>
    private TwinSum Arrived(TwinMovement m)
    {
        inTransit.Remove(m, out var sent);
        return ledger.Currencies.GetValueOrDefault(m.From!, "") == ledger.Currencies.GetValueOrDefault(m.To!, "") ? sent!.Take(m.Credit, ledger.Owners)
            : sent!.Proportions(m.Credit, ledger.Owners, withOrigins: true);
    }

    /// <summary>Names part of a credit as proceeds: what is a claim already counts first, the rest of the named part is labelled, rateably (definitions B2).</summary>
    private void Label(TwinSum sum, string claim, BigInteger amount)
    {
        var part = BigInteger.Min(sum.Total, amount);
        var labelled = part - BigInteger.Min(part, sum.ClaimTotal);
        sum.Take(labelled, ledger.Owners, o => !TwinSum.IsClaim(o));
        sum.Add(claim, labelled, labelled);
        NewlyLabelled[claim] = NewlyLabelled.GetValueOrDefault(claim) + labelled;
    }
}

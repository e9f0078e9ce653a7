using System.Globalization;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>Assets: bought on instalments and loans, improved, sold at a gain or a loss, bought again by somebody else, paid for afterwards.</summary>
internal sealed partial class HiddenLedgerGenerator
{
    private static readonly string[] Names = ["CAR", "FLAT", "SHARES", "VILLA", "BOAT", "HORSE"];

    /// <summary>Days between dealings in one asset, so that only accounts' own orders decide what comes first.</summary>
    private const int Apart = 4;
    private readonly List<HiddenAcquisition> assets = [];
    private readonly Dictionary<string, int> acquired = new(StringComparer.Ordinal);

    private void Buy(HiddenAccount account)
    {
        var seller = random.Chance(25) && accounts.Count > 1 ? random.Of(accounts.Where(a => a != account && a.Currency == account.Currency).DefaultIfEmpty(account).ToList()) : null;
        seller = seller == account ? null : seller;
        var held = assets.Where(a => !a.IsGone && a.Currency == account.Currency && a.NextLine <= today).ToList();
        var bought = held.Count > 0 && random.Chance(55) ? random.Of(held) : Acquire(account);
        var m = New(account, seller, Spend(account)) with { Outsider = seller is null ? Outsider() : "" };
        m.Bought = bought;
        m.LineKind = seller is not null || random.Chance(75) ? "price" : random.Chance(50) ? "tax" : "improvement";
        m.LineMinor = m.Debit > 10 && random.Chance(15) ? random.Between(1, m.Debit) : null;
        bought.Cost += m.LineMinor ?? m.Debit;
        bought.NextDealing = today.AddDays(Apart);
        bought.NextLine = bought.Index > 0 ? today.AddDays(Apart) : bought.NextLine;
        Later(m, 0);
    }

    /// <summary>A new asset, or what replaces one that is there or was sold.</summary>
    private HiddenAcquisition Acquire(HiddenAccount account)
    {
        var last = assets.Where(a => a.Currency == account.Currency && a.NextDealing <= today && acquired[a.Asset] == a.Index).ToList();
        HiddenAcquisition bought;
        if (last.Count > 0 && random.Chance(40))
        {
            // The next acquisition of the same asset: its former owner is paid, if it was not sold to somebody outside before.
            var former = random.Of(last);
            former.IsGone = true;
            bought = new HiddenAcquisition(former.Asset, former.Index + 1, former.Currency);
        }
        else
        {
            bought = new HiddenAcquisition($"{random.Of(Names)}{acquired.Count.ToString("d3", CultureInfo.InvariantCulture)}", 0, account.Currency);
        }

        acquired[bought.Asset] = bought.Index;
        bought.Begun = today;
        bought.Loan = random.Chance(20) ? random.Between(1, 20_000) : 0;
        bought.Cost = bought.Loan;
        assets.Add(bought);
        return bought;
    }

    /// <summary>A sale to somebody outside, at a gain or a loss, now and then paid in another currency.</summary>
    private void Sell(HiddenAccount account)
    {
        var held = assets.Where(a => !a.IsGone && a.NextDealing <= today && (a.Currency == account.Currency || random.Chance(20))).ToList();
        if (held.Count == 0)
        {
            return;
        }

        var sold = random.Of(held);
        sold.IsGone = true;
        sold.NextDealing = today.AddDays(Apart);
        Now(New(null, account, Fresh(Math.Max(1, sold.Cost / 2), Math.Max(500, sold.Cost * 2))) with { Outsider = Outsider(), Sold = sold });
    }

    /// <summary>Says of a credit that it paid for assets bought before.</summary>
    private void Link(HiddenMovement m, HiddenAccount account)
    {
        var targets = assets.Where(a => !a.IsGone && a.Currency == account.Currency && a.NextDealing <= today).ToList();
        if (targets.Count == 0 || !random.Chance(15))
        {
            return;
        }

        m.Linked = [.. random.Shuffle(targets).Take(random.Chance(70) ? 1 : 2)];
        foreach (var target in m.Linked)
        {
            // The credit may be booked three days later.
            target.NextLine = target.NextDealing = today.AddDays(Apart + 3);
        }
    }
}

using System.Globalization;
using FinInvest.Graph.Tests.Twins;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>
/// What a right reader of the statements must find: the hidden ledger as far as it is covered, everything else OUTSIDE (definitions A7). An account's
/// balance goes out at a gap's start and returns as unknown money at its end; before its first covered day it is outside, then it opens.
/// </summary>
internal sealed class HiddenTruth
{
    public static readonly string[] Claims = ["K:A1:V1", "K:A2:V1", "K:A1:V2"];

    /// <summary>In case order: a day's openings and returns, the hidden legs as they happened, what goes out.</summary>
    private readonly List<(int Day, int Phase, Day Booked, TwinLeg Leg)> legs = [];
    private readonly Dictionary<HiddenMovement, TwinMovement> movements = new(ReferenceEqualityComparer.Instance);

    public HiddenTruth(HiddenLedger hidden)
    {
        Hidden = hidden;
        var seen = hidden.Legs.Where(l => l.Account.Covers(l.Day)).ToList();
        foreach (var sides in seen.GroupBy(l => l.Movement, ReferenceEqualityComparer.Instance as IEqualityComparer<HiddenMovement>))
        {
            movements[sides.Key] = Movement(sides.Key, sides.Any(l => !l.IsCredit), sides.Any(l => l.IsCredit));
        }

        // The rows that tell of a reversal must both be there for anybody to state it.
        foreach (var (m, twin) in movements.Where(m => m.Key.Undoes is { } undone && movements.ContainsKey(undone)))
        {
            twin.Undoes = movements[m.Undoes!];
            twin.Undone = m.Undone;
        }

        legs.AddRange(seen.Select(l => (l.Happened.Number, 1, l.Day, new TwinLeg(movements[l.Movement], l.IsCredit))));
        foreach (var account in hidden.Accounts)
        {
            for (var i = 0; i < account.Covered.Count; i++)
            {
                Border(account, i);
            }
        }

        legs = [.. legs.OrderBy(l => l.Day).ThenBy(l => l.Phase)];
        var thirdParties = movements.Values.Select(m => m.Claimant).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        Ledger = new TwinLedger(["bank", "opening", "own", "unknown", .. thirdParties, .. Claims], [.. legs.Select(l => l.Leg)]);
        foreach (var account in hidden.Accounts)
        {
            Ledger.Currencies[account.Id] = account.Currency;
            _ = account.HasExtractOnly && Ledger.WithoutStatement.Add(account.Id);
        }

        StateAssets();
    }

    public HiddenLedger Hidden { get; }

    public TwinLedger Ledger { get; }

    public bool IsSeen(HiddenMovement movement) => movements.ContainsKey(movement);

    public bool IsSeen(HiddenMovement movement, bool credit) => movements.TryGetValue(movement, out var m) && (credit ? m.To : m.From) is not null;

    /// <summary>Acquisitions that somebody can tell of: one of their payments is in a statement.</summary>
    public HashSet<string> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>Accounts' movements in order, with the balance after each: "day signed-amount other-side kind = balance". Zero amounts move nothing.</summary>
    public Dictionary<string, List<string>> Lines()
    {
        var lines = Hidden.Accounts.ToDictionary(a => a.Id, _ => new List<string>(), StringComparer.Ordinal);
        var balance = Hidden.Accounts.ToDictionary(a => a.Id, _ => 0L, StringComparer.Ordinal);
        foreach (var (_, _, day, leg) in legs)
        {
            var account = (leg.IsCredit ? leg.Movement.To : leg.Movement.From)!;
            var (m, signed) = (leg.Movement, leg.IsCredit ? leg.Movement.Credit : -leg.Movement.Debit);
            balance[account] = m.Kind switch { TwinKind.GapOut => 0, TwinKind.OpeningDebt => -m.Credit, _ => balance[account] + signed };
            if (signed != 0)
            {
                lines[account].Add(Line(day, m.Kind == TwinKind.OpeningDebt ? balance[account] : signed, leg.IsCredit ? m.From : m.To, m.Kind.ToString(), balance[account]));
            }
        }

        return lines;
    }

    public static string Line(Day day, long signed, string? other, string kind, long balance) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Number} {signed} {other ?? "outside"} {kind} = {balance}");

    private TwinMovement Movement(HiddenMovement m, bool debitSeen, bool creditSeen)
    {
        var twin = new TwinMovement(m.Kind == PostingKind.Interest ? TwinKind.Interest : TwinKind.Transfer, debitSeen ? m.From!.Id : null, creditSeen ? m.To!.Id : null,
            debitSeen ? m.Debit : m.Credit, creditSeen ? m.Credit : m.Debit);
        if (creditSeen && m.Claim is { } claim)
        {
            twin.Named.Add(("K:" + claim, m.Named));
        }

        twin.Claimant = creditSeen && m.Claimant is { } name ? "tp:" + name : null;
        if (debitSeen && m.Bought is { } bought)
        {
            twin.Lines.Add(new TwinLine(bought.Key, m.LineKind == "price", m.LineMinor ?? m.Debit));
            Known.Add(bought.Key);
        }

        return twin;
    }

    private void StateAssets()
    {
        var lines = movements.Values.SelectMany(m => m.Lines).ToLookup(l => l.Acquisition, StringComparer.Ordinal);
        var all = Hidden.Legs.Where(l => l.Movement.Bought is not null && Known.Contains(l.Movement.Bought.Key)).Select(l => l.Movement.Bought!).Distinct().ToList();
        foreach (var asset in all.GroupBy(a => a.Asset, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // An asset of which only a later acquisition is known began as one without cost.
            foreach (var a in asset.Append(new HiddenAcquisition(asset.Key, 0, asset.First().Currency)).DistinctBy(a => a.Index).OrderBy(a => a.Index))
            {
                Ledger.Acquisitions.Add(new TwinAcquisition(a.Key, a.Asset, lines[a.Key].Where(l => l.IsPrice).Sum(l => l.Minor), lines.Contains(a.Key) ? a.Loan : 0));
            }
        }

        foreach (var (m, twin) in movements.Where(m => m.Value.To is not null))
        {
            twin.Sold = m.Sold is { } sold && Known.Contains(sold.Key) ? sold.Key : null;
            twin.Linked.AddRange(m.Linked.Where(t => Known.Contains(t.Key)).OrderBy(t => Begins(t)).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key));
        }
    }

    /// <summary>First day of what is known of an acquisition: the earliest target of a link comes first (definitions C7).</summary>
    private int Begins(HiddenAcquisition acquisition) => acquisition.Loan > 0 ? acquisition.Begun.Number
        : Hidden.Legs.First(l => l.Movement.Bought == acquisition && !l.IsCredit && IsSeen(l.Movement, credit: false)).Day.Number;

    private void Border(HiddenAccount account, int range)
    {
        var (from, to) = (account.Covered[range].From, account.Covered[range].To);
        var (before, after) = (Hidden.BalanceAfter(account, from.AddDays(-1)), Hidden.BalanceAfter(account, to));
        var kind = before < 0 ? TwinKind.OpeningDebt : range == 0 ? TwinKind.Opening : TwinKind.GapReturn;
        legs.Add((from.Number, 0, from, new TwinLeg(new TwinMovement(kind, null, account.Id, Math.Abs(before), Math.Abs(before)), true)));
        if (to < Hidden.AsOf)
        {
            legs.Add((to.Number, 2, to, new TwinLeg(new TwinMovement(TwinKind.GapOut, account.Id, null, Math.Max(after, 0), Math.Max(after, 0)), false)));
        }
    }
}

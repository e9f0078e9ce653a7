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
        foreach (var sides in seen.GroupBy(l => l.Movement))
        {
            movements[sides.Key] = Movement(sides.Key, sides.Any(l => !l.IsCredit), sides.Any(l => l.IsCredit));
        }

        legs.AddRange(seen.Select(l => (l.Happened.Number, 1, l.Day, new TwinLeg(movements[l.Movement], l.IsCredit))));
        foreach (var account in hidden.Accounts)
        {
            for (var i = 0; i < account.Covered.Count; i++)
            {
                Border(account, i);
            }
        }

        var thirdParties = movements.Values.Select(m => m.Claimant).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        Ledger = new TwinLedger(["bank", "opening", "own", "unknown", .. thirdParties, .. Claims], [.. legs.OrderBy(l => l.Day).ThenBy(l => l.Phase).Select(l => l.Leg)]);
        Ledger.WithoutStatement.UnionWith(hidden.Accounts.Where(a => a.HasExtractOnly).Select(a => a.Id));
    }

    public HiddenLedger Hidden { get; }

    public TwinLedger Ledger { get; }

    public bool IsSeen(HiddenMovement movement, bool credit) => movements.TryGetValue(movement, out var m) && (credit ? m.To : m.From) is not null;

    /// <summary>An account's movements in order, with the balance after each: "day signed-amount other-side kind = balance". Zero amounts move nothing.</summary>
    public List<string> Lines(string account)
    {
        var lines = new List<string>();
        long balance = 0;
        foreach (var (_, _, day, leg) in legs.OrderBy(l => l.Day).ThenBy(l => l.Phase).Where(l => (l.Leg.IsCredit ? l.Leg.Movement.To : l.Leg.Movement.From) == account))
        {
            var (m, signed) = (leg.Movement, leg.IsCredit ? leg.Movement.Credit : -leg.Movement.Debit);
            balance = m.Kind switch { TwinKind.GapOut => 0, TwinKind.OpeningDebt => -m.Credit, _ => balance + signed };
            if (signed != 0)
            {
                lines.Add(Line(day, m.Kind == TwinKind.OpeningDebt ? balance : signed, leg.IsCredit ? m.From : m.To, m.Kind.ToString(), balance));
            }
        }

        return lines;
    }

    public static string Line(Day day, long signed, string? other, string kind, long balance) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Number} {signed} {other ?? "outside"} {kind} = {balance}");

    private static TwinMovement Movement(HiddenMovement m, bool debitSeen, bool creditSeen)
    {
        var twin = new TwinMovement(m.Kind == PostingKind.Interest ? TwinKind.Interest : TwinKind.Transfer, debitSeen ? m.From!.Id : null, creditSeen ? m.To!.Id : null, m.Debit, m.Credit);
        if (creditSeen && m.Claim is { } claim)
        {
            twin.Named.Add(("K:" + claim, m.Named));
        }

        twin.Claimant = creditSeen && m.Claimant is { } name ? "tp:" + name : null;
        twin.Acquisition = debitSeen && m.Asset is { } asset ? asset + "#0" : null;
        return twin;
    }

    private void Border(HiddenAccount account, int range)
    {
        var (from, to) = (account.Covered[range].From, account.Covered[range].To);
        var (before, after) = (Hidden.BalanceAfter(account, from.AddDays(-1)), Hidden.BalanceAfter(account, to));
        var kind = before < 0 ? TwinKind.OpeningDebt : range == 0 ? TwinKind.Opening : TwinKind.GapReturn;
        legs.Add((from.Number, 0, from, new TwinLeg(new TwinMovement(kind, null, account.Id, Math.Abs(before), Math.Abs(before)), true)));
        if (to < HiddenLedger.AsOf)
        {
            legs.Add((to.Number, 2, to, new TwinLeg(new TwinMovement(TwinKind.GapOut, account.Id, null, Math.Max(after, 0), Math.Max(after, 0)), false)));
        }
    }
}

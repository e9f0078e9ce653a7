using System.Globalization;

namespace FinInvest.Graph.Reconcile.Registers;

/// <summary>Names credits as proceeds (definitions B2, B4). What an episode yields may not exceed its amount.</summary>
/// <param name="movement">The movement that a reference means, or -1 after a refusal.</param>
internal sealed class ProceedsNaming(CaseFacts facts, IReadOnlyList<Episode> episodes, IReadOnlyDictionary<string, int> owner, Ledger ledger,
    Func<RowReference, string, int> movement, Day asOf, List<Refusal> refused)
{
    private readonly Dictionary<string, long> named = new(StringComparer.Ordinal);
    private readonly List<ClaimMark> claims = [];
    private readonly List<CashProceeds> cash = [];

    public (IReadOnlyList<ClaimMark> Claims, IReadOnlyList<CashProceeds> Cash) Name()
    {
        var byId = episodes.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var open = new List<(Proceeds Named, Episode Episode, int Movement)>();
        foreach (var p in facts.All<Proceeds>())
        {
            if (!byId.TryGetValue(p.Episode, out var episode))
            {
                refused.Add(new Refusal("EPISODE_NOT_FOUND", "proceeds " + p.Id, $"Proceeds {p.Id} name episode {p.Episode}, which is not in the case."));
            }
            else if (p.Row is null)
            {
                NameCash(p, episode);
            }
            else if (Credit(p) is var m && m >= 0)
            {
                open.Add((p, episode, m));
            }
        }

        // Stated amounts first; a credit named without an amount takes what they leave of the episode, earlier credits first.
        foreach (var (p, episode, m) in open.OrderBy(o => o.Named.Minor is null ? 1 : 0).ThenBy(o => o.Named.Minor is null ? ledger.Position[(o.Movement * 2) + 1] : 0))
        {
            NameCredit(p, episode, m);
        }

        DropUnknownSameMoney();
        return ([.. claims.OrderBy(k => k.Movement).ThenBy(k => k.Owner).ThenBy(k => k.ProceedsId, StringComparer.Ordinal)],
            [.. cash.OrderBy(k => k.Day).ThenBy(k => k.ProceedsId, StringComparer.Ordinal)]);
    }

    private void NameCash(Proceeds p, Episode episode)
    {
        var minor = p.Minor ?? Left(episode) ?? 0;
        var day = p.Day.IsNone || p.Day == default ? episode.Day : p.Day;
        if (day <= asOf && minor > 0 && Fits(p, episode, minor, episode.Currency))
        {
            cash.Add(new CashProceeds(Owner(episode), minor, day, episode.Id, p.Id, episode.Currency, p.SameAs ?? ""));
        }
    }

    /// <summary>The movement whose credit is named, or -1 after a refusal.</summary>
    private int Credit(Proceeds p)
    {
        var m = movement(p.Row!, "proceeds " + p.Id);
        if (m >= 0 && ledger.Credited[m] == LedgerAccount.Outside)
        {
            refused.Add(new Refusal("ROW_IS_NO_CREDIT", "proceeds " + p.Id, $"{p.Row} credits no account of the ledger: name the credit."));
            return -1;
        }

        return m;
    }

    private void NameCredit(Proceeds p, Episode episode, int m)
    {
        // B2: the named part is min(credit, amount named).
        var credit = ledger.CreditMinor[m];
        var currency = ledger.Accounts[ledger.Credited[m]].Currency;
        var minor = Math.Min(credit, p.Minor ?? (currency == episode.Currency ? Left(episode) : null) ?? credit);
        if (minor == 0)
        {
            refused.Add(new Refusal("PROCEEDS_ABOVE_EPISODE", "proceeds " + p.Id, $"Episode {episode.Id} is fully named already: {p.Id} names nothing."));
        }
        else if (Fits(p, episode, minor, currency))
        {
            claims.Add(new ClaimMark(m, Owner(episode), minor, episode.Id, p.Id, p.SameAs ?? ""));
        }
    }

    /// <summary>Proceeds that count nowhere cannot be the same money as others, nor can two that each stand for the other: all of them then count in full.</summary>
    private void DropUnknownSameMoney()
    {
        var sameAs = claims.Select(k => (k.ProceedsId, k.SameAs)).Concat(cash.Select(k => (k.ProceedsId, k.SameAs))).GroupBy(k => k.ProceedsId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().SameAs, StringComparer.Ordinal);
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, other) in sameAs.Where(s => s.Value.Length > 0).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var at = other;
            for (var steps = 0; at.Length > 0 && at != id && steps < sameAs.Count; steps++)
            {
                at = sameAs.GetValueOrDefault(at, "");
            }

            if (!sameAs.ContainsKey(other) || at == id)
            {
                dropped.Add(id);
                refused.Add(sameAs.ContainsKey(other)
                    ? new Refusal("SAME_MONEY_IN_A_CIRCLE", "proceeds " + id, $"Proceeds {id} and {other} are each said to be the same money as the other; both count in full. Say it of the later one only.")
                    : new Refusal("SAME_MONEY_NOT_FOUND", "proceeds " + id, $"Proceeds {id} are said to be the same money as {other}, which names nothing that counts; {id} counts in full."));
            }
        }

        for (var i = 0; i < claims.Count; i++)
        {
            claims[i] = dropped.Contains(claims[i].ProceedsId) ? claims[i] with { SameAs = "" } : claims[i];
        }

        for (var i = 0; i < cash.Count; i++)
        {
            cash[i] = dropped.Contains(cash[i].ProceedsId) ? cash[i] with { SameAs = "" } : cash[i];
        }
    }

    /// <summary>What is not yet named of an episode's amount; null where it states none.</summary>
    private long? Left(Episode episode) => episode.Minor > 0 ? Math.Max(0, episode.Minor - named.GetValueOrDefault(episode.Id)) : null;

    /// <summary>Compared only where the credit is in the episode's currency; an episode without amount has no limit.</summary>
    private bool Fits(Proceeds p, Episode episode, long minor, string currency)
    {
        if (currency != episode.Currency)
        {
            return true;
        }

        var sum = checked(named.GetValueOrDefault(episode.Id) + minor);
        if (episode.Minor > 0 && sum > episode.Minor)
        {
            refused.Add(new Refusal("PROCEEDS_ABOVE_EPISODE", "proceeds " + p.Id, string.Create(CultureInfo.InvariantCulture,
                $"Proceeds of episode {episode.Id} would be {sum}, above its amount {episode.Minor}: {p.Id} is not named.")));
            return false;
        }

        named[episode.Id] = sum;
        return true;
    }

    private int Owner(Episode episode) => owner[new Claim(episode.Act, episode.Victim).Label];
}

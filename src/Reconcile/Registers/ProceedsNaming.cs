using System.Globalization;

namespace FinInvest.Graph.Reconcile.Registers;

/// <summary>Names credits as proceeds (definitions B2, B4). What an episode yields may not exceed its amount.</summary>
/// <param name="movement">The movement that a reference means, or -1 after a refusal.</param>
internal sealed class ProceedsNaming(CaseFacts facts, IReadOnlyList<Episode> episodes, IReadOnlyDictionary<string, int> owner, Ledger ledger,
    Func<RowReference, string, int> movement, Day asOf, List<Refusal> refused)
{
    private readonly Dictionary<string, long> named = new(StringComparer.Ordinal);

    public (IReadOnlyList<ClaimMark> Claims, IReadOnlyList<CashProceeds> Cash) Name()
    {
        var byId = episodes.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var claims = new List<ClaimMark>();
        var cash = new List<CashProceeds>();
        foreach (var p in facts.All<Proceeds>())
        {
            if (!byId.TryGetValue(p.Episode, out var episode))
            {
                refused.Add(new Refusal("EPISODE_NOT_FOUND", "proceeds " + p.Id, $"Proceeds {p.Id} name episode {p.Episode}, which is not in the case."));
            }
            else if (p.Row is null)
            {
                NameCash(p, episode, cash);
            }
            else
            {
                NameCredit(p, episode, claims);
            }
        }

        return ([.. claims.OrderBy(k => k.Movement).ThenBy(k => k.Owner).ThenBy(k => k.ProceedsId, StringComparer.Ordinal)],
            [.. cash.OrderBy(k => k.Day).ThenBy(k => k.ProceedsId, StringComparer.Ordinal)]);
    }

    private void NameCash(Proceeds p, Episode episode, List<CashProceeds> cash)
    {
        var minor = p.Minor ?? episode.Minor;
        var day = p.Day.IsNone || p.Day == default ? episode.Day : p.Day;
        if (day <= asOf && Fits(p, episode, minor, episode.Currency))
        {
            cash.Add(new CashProceeds(Owner(episode), minor, day, episode.Id, p.Id));
        }
    }

    private void NameCredit(Proceeds p, Episode episode, List<ClaimMark> claims)
    {
        var subject = "proceeds " + p.Id;
        var m = movement(p.Row!, subject);
        if (m < 0)
        {
            return;
        }

        var credited = ledger.Credited[m];
        if (credited == LedgerAccount.Outside)
        {
            refused.Add(new Refusal("ROW_IS_NO_CREDIT", subject, $"{p.Row} credits no account of the ledger: name the credit."));
            return;
        }

        // B2: the named part is min(credit, amount named).
        var minor = Math.Min(p.Minor ?? ledger.CreditMinor[m], ledger.CreditMinor[m]);
        if (Fits(p, episode, minor, ledger.Accounts[credited].Currency))
        {
            claims.Add(new ClaimMark(m, Owner(episode), minor, episode.Id, p.Id));
        }
    }

    /// <summary>Compared only where the credit is in the episode's currency; an episode without amount has no limit.</summary>
    private bool Fits(Proceeds p, Episode episode, long minor, string currency)
    {
        var sum = checked(named.GetValueOrDefault(episode.Id) + minor);
        if (episode.Minor > 0 && currency == episode.Currency && sum > episode.Minor)
        {
            refused.Add(new Refusal("PROCEEDS_ABOVE_EPISODE", "proceeds " + p.Id, string.Create(CultureInfo.InvariantCulture,
                $"Proceeds of episode {episode.Id} would be {sum}, above its amount {episode.Minor}: {p.Id} is not named.")));
            return false;
        }

        named[episode.Id] = currency == episode.Currency ? sum : named.GetValueOrDefault(episode.Id);
        return true;
    }

    private int Owner(Episode episode) => owner[new Claim(episode.Act, episode.Victim).Label];
}

namespace FinInvest.Graph.Assess.Tiers;

/// <summary>Who stands on the best path: the holders of its accounts, the parties of its holder, interest and control hops, the holder of the asset.</summary>
internal static class PersonsOnPath
{
    /// <returns>Party id and how it is named; an account without a recorded holder has an empty id.</returns>
    public static IReadOnlyList<(string Subject, string Text)> Of(AssessmentContext context)
    {
        var parties = context.Facts.All<Party>().DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
        var holders = context.Facts.All<AccountHolder>().Where(h => h.Role == "holder").ToLookup(h => h.Account, h => h.Party, StringComparer.Ordinal);
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var account in Accounts(context))
        {
            foreach (var party in holders[account])
            {
                Add(party);
            }

            if (!holders.Contains(account))
            {
                unknown.Add(account);
            }
        }

        if (context.Request.Paths?.Paths is [var best, ..])
        {
            foreach (var end in best.Hops.Where(h => h.Kind != "money").SelectMany(h => new[] { h.From, h.To }).Where(parties.ContainsKey))
            {
                Add(end);
            }
        }

        if (context.Facts.All<Asset>().FirstOrDefault(a => a.Id == context.Asset) is { Holder.Length: > 0 } asset)
        {
            Add(asset.Holder);
        }

        return [.. found.Select(p => (p.Key, p.Value)), .. unknown.Select(a => ("", "account " + a))];

        void Add(string party) => found.TryAdd(party, parties.TryGetValue(party, out var name) && name.Length > 0 ? $"{name} ({party})" : party);
    }

    private static IEnumerable<string> Accounts(AssessmentContext context)
    {
        var ledger = context.Ledger;
        if (context.Request.Paths?.Paths is [var best, ..])
        {
            var known = ledger.Accounts.Skip(1).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
            return best.Accounts.Where(known.Contains).Distinct(StringComparer.Ordinal);
        }

        return (context.Target.Flow?.Hops ?? []).Where(h => h.Movement >= 0)
            .SelectMany(h => h.Kind == "proceeds" ? new[] { ledger.Credited[h.Movement] } : [ledger.Debited[h.Movement], h.Kind == "transfer" ? ledger.Credited[h.Movement] : 0])
            .Where(a => a != LedgerAccount.Outside).Distinct().Select(a => ledger.Accounts[a].Id);
    }
}

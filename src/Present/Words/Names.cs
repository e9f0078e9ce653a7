namespace FinInvest.Graph.Present.Words;

/// <summary>What things are called: the case's own names first, the id where it has none.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, Party> parties;
    private readonly Dictionary<string, Account> accounts;
    private readonly Dictionary<string, Asset> assets;
    private readonly Dictionary<string, Act> acts;
    private readonly Dictionary<string, RootSource> roots;
    private readonly ILookup<string, string> holders;
    private readonly Dictionary<string, int> exponents;

    public Names(CaseFacts facts)
    {
        parties = ById<Party>(facts);
        accounts = ById<Account>(facts);
        assets = ById<Asset>(facts);
        acts = ById<Act>(facts);
        roots = ById<RootSource>(facts);
        holders = facts.All<AccountHolder>().Where(h => h.Role == "holder").ToLookup(h => h.Account, h => h.Party, StringComparer.Ordinal);
        exponents = (facts.Header?.Currencies ?? []).GroupBy(c => c.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Exponent, StringComparer.Ordinal);
    }

    public Account? AccountOf(string id) => accounts.GetValueOrDefault(id);
    public Asset? AssetOf(string target) => assets.GetValueOrDefault(target.Split('#')[0]);
    public bool IsParty(string id) => parties.ContainsKey(id);
    public string Party(string id) => parties.TryGetValue(id, out var p) && p.Name.Length > 0 ? p.Name : id;
    public string Act(string id) => acts.TryGetValue(id, out var a) && a.Name.Length > 0 ? a.Name : id;
    public string Root(string id) => roots.TryGetValue(id, out var r) && r.Name.Length > 0 ? r.Name : id;
    public string Holders(string account) => string.Join(", ", holders[account].Distinct(StringComparer.Ordinal).Select(Party));

    /// <summary>A target in words: the asset's name, or the closing balance of an account.</summary>
    public string Target(string target)
    {
        if (target == "SET")
        {
            return "All assets of this exhibit together";
        }

        if (target.StartsWith("balance:", StringComparison.Ordinal))
        {
            return $"The closing balance of account {target["balance:".Length..]}";
        }

        var parts = target.Split('#');
        var name = assets.TryGetValue(parts[0], out var a) && a.Name.Length > 0 ? a.Name : parts[0];
        return parts.Length > 1 && parts[1] != "0" ? $"{name} (acquisition {parts[1]} in exchange)" : name;
    }

    /// <summary>An owner in words.</summary>
    public string Owner(string label)
    {
        if (label.StartsWith("tp:", StringComparison.Ordinal))
        {
            return "other claimant " + label[3..];
        }

        if (!label.StartsWith("K:", StringComparison.Ordinal))
        {
            return label switch { "bank" => "bank money", "opening" => "opening balance", "own" => "own money", "unknown" => "unknown money", _ => label };
        }

        var parts = label.Split(':', 3);
        var victim = parts.Length > 2 && parts[2].Length > 0 ? $" from {Party(parts[2])}" : "";
        return $"claim of {Act(parts[1])}{victim}";
    }

    /// <summary>Decimals of a currency; 2 where the case does not say.</summary>
    public int Exponent(string currency) => exponents.GetValueOrDefault(currency, 2);

    public string Money(long minor, string currency) => new Money(minor, new Currency(currency, Exponent(currency))).ToString();

    private static Dictionary<string, T> ById<T>(CaseFacts facts) where T : IFact =>
        facts.All<T>().GroupBy(f => f.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
}

namespace FinInvest.Graph.Reconcile.Legs;

/// <summary>
/// Accounts that hold many customers' money, by what the case's accounts state or a decision says: the last decision on an account counts, then its record.
/// Their own rows are not traced: they are OUTSIDE (definitions A7).
/// </summary>
internal sealed class AccountUses
{
    public const string Conduit = "conduit";
    public const string Pooled = "pooled";

    private readonly SortedDictionary<string, string> uses = new(StringComparer.Ordinal);

    public AccountUses(CaseFacts facts)
    {
        foreach (var account in facts.All<Account>().Where(a => a.Use.Length > 0))
        {
            uses[account.Id] = account.Use;
        }

        foreach (var decision in facts.Standing(DecisionKinds.Account))
        {
            if (decision.Value == "ordinary")
            {
                uses.Remove(decision.Subject);
            }
            else
            {
                uses[decision.Subject] = decision.Value;
            }
        }
    }

    public bool Any => uses.Count > 0;

    /// <summary>Accounts that are not traced, in ordinal order.</summary>
    public IEnumerable<string> Accounts => uses.Keys;

    /// <summary>"conduit", "pooled" or "" of an account.</summary>
    public string Of(string account) => uses.GetValueOrDefault(account, "");

    /// <summary>What a reader must know of each.</summary>
    public IEnumerable<string> Notes() => uses.Select(u => u.Value == Conduit
        ? $"account {u.Key} is a conduit: its own rows are not traced, payments with one end-to-end id on both sides pass through it"
        : $"account {u.Key} is pooled: its own rows are not traced, what goes in and comes out is OUTSIDE");
}

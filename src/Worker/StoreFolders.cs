namespace FinInvest.Graph.Worker;

/// <summary>Where this machine keeps what a case on a server does not: raw files and what is derived. A workspace has both of its own.</summary>
/// <param name="Vault">A folder or share with one folder a case; all who load into a case name the same.</param>
/// <param name="Cache">A folder of this machine; it may be deleted at any moment.</param>
internal sealed record StoreFolders(string Vault, string Cache)
{
    /// <summary>As the command line or else the environment says (FININVEST_VAULT, FININVEST_CACHE).</summary>
    public static StoreFolders Standard { get; set; } = new(
        Environment.GetEnvironmentVariable("FININVEST_VAULT") is { Length: > 0 } vault ? vault : "fininvest-vault",
        Environment.GetEnvironmentVariable("FININVEST_CACHE") is { Length: > 0 } cache ? cache : "fininvest-cache");
}

namespace FinInvest.Graph.Store;

/// <summary>One case that is open, whatever keeps it: its records and its raw files.</summary>
public interface ICaseStore : IAsyncDisposable
{
    /// <summary>Where the case lies, as a person names it: the full path of a workspace, or the address of a server with the case. Never a password.</summary>
    string Place { get; }

    /// <summary>Rows, facts, rejects and decisions.</summary>
    ICaseGraph Case { get; }

    /// <summary>The raw files.</summary>
    IVault Vault { get; }

    /// <summary>What is derived from the records; null where the store has no place to keep it.</summary>
    ICaseCache? Cache => null;

    /// <summary>Where a copy of the rows is kept near the program; null where the store's own are as near.</summary>
    ICaseCache? Rows => null;

    /// <summary>What people see of the case in the store's own tools; null where the store has nothing to publish to.</summary>
    IPublishedGraph? Published => null;
}

namespace FinInvest.Graph.Store;

/// <summary>Whether a server that keeps cases can be used.</summary>
public enum StoreCondition
{
    /// <summary>It answers and lets the user in.</summary>
    Ready,

    /// <summary>It does not answer as it must; that may pass by itself.</summary>
    Away,

    /// <summary>It refuses the user or this program: asking again does not help, and may lock the user out.</summary>
    Refused,
}

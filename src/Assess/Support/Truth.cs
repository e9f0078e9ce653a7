namespace FinInvest.Graph.Assess.Support;

/// <summary>What is known of a proposition while only some variables have a value.</summary>
internal enum Truth
{
    No = 0,
    Yes = 1,
    Open = 2,
}

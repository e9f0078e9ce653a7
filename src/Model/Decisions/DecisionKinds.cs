namespace FinInvest.Graph.Model.Decisions;

/// <summary>The kinds of decision; published, so they only grow.</summary>
public static class DecisionKinds
{
    /// <summary>Subject: document hash prefix or name. Its rows, facts and items no longer count.</summary>
    public const string Exclude = "exclude";

    /// <summary>Undo of an exclusion.</summary>
    public const string Include = "include";

    /// <summary>Subject "ROW=ROW"; value confirm or reject.</summary>
    public const string Pairing = "pairing";

    /// <summary>Subject: an evidence item; value yes or no.</summary>
    public const string Relied = "relied";

    /// <summary>Subject: the contradicting item; value resolved; Item: what resolves it.</summary>
    public const string Contradiction = "contradiction";

    /// <summary>Subject: a row; value: episode, optionally "episode amount".</summary>
    public const string Proceeds = "proceeds";

    /// <summary>Subject: a row; value: asset, optionally "asset#acquisition kind".</summary>
    public const string Asset = "asset";

    /// <summary>Subject: a row; value yes or no. The credit was paid in to restore what was taken: never presumed (James Roscoe (Bolton) Ltd v Winder).</summary>
    public const string Replenishment = "replenishment";

    /// <summary>Subject: an asset; value: a rule. The asset's exhibits use this rule until a decision replaces this one.</summary>
    public const string Rule = "rule";

    /// <summary>Subject: an account; value conduit, pooled or ordinary. Whose money it holds: of conduits and pools the own rows are not traced.</summary>
    public const string Account = "account";

    /// <summary>Subject: the hash of a document that a court's order took out of the case; value: court, number and date of the order; item: the hash of its file name.</summary>
    public const string Expunge = "expunge";

    /// <summary>Subject: the hash of an exhibit; value: its version, rule and the rest (<see cref="Decisions.SignOff"/>); reason: the comment. A second person stands for the exhibit.</summary>
    public const string SignOff = "sign-off";

    /// <summary>Kinds that a person takes one by one; the others come about by what they record.</summary>
    public static IReadOnlyList<string> Typed { get; } = [Exclude, Include, Pairing, Relied, Contradiction, Proceeds, Asset, Replenishment, Rule, Account];

    public static IReadOnlyList<string> All { get; } = [.. Typed, Expunge, SignOff];
}

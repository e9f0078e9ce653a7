namespace FinInvest.Graph.Model.Ledgers;

/// <summary>What a movement of the effective ledger is. Published numbers: only grow.</summary>
public enum MovementKind : byte
{
    /// <summary>Between two accounts, or an account and OUTSIDE.</summary>
    Transfer = 0,

    /// <summary>OUTSIDE -> account: stated balance at the start of the first reconciled period, owner opening (credit leg only).</summary>
    Opening = 1,

    /// <summary>Account starts (or returns from a gap) overdrawn: sets its debt to DebitMinor, parcels to nothing; no money moves.</summary>
    OpeningDebt = 2,

    /// <summary>Account -> OUTSIDE at a gap's start (or after the last reconciled day): the whole balance; a debt is forgotten.</summary>
    GapOut = 3,

    /// <summary>OUTSIDE -> account at a gap's end, owner unknown.</summary>
    GapReturn = 4,

    /// <summary>Account -> sink FEE: the bank's own charge.</summary>
    BankFee = 5,

    /// <summary>OUTSIDE -> account: interest or other income on the account (definitions C6).</summary>
    Interest = 6,
}

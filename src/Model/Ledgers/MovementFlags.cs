namespace FinInvest.Graph.Model.Ledgers;

/// <summary>What a reader must know of a movement. Published bits: only grow.</summary>
[Flags]
public enum MovementFlags : byte
{
    None = 0,

    /// <summary>Only one bank reports it.</summary>
    OneSided = 1,

    /// <summary>Both banks report it.</summary>
    Corroborated = 2,

    /// <summary>Some row of it is inferred.</summary>
    Inferred = 4,

    /// <summary>The debit stood after its credit and was moved (definitions A4).</summary>
    DebitMoved = 8,

    /// <summary>One leg's day group has no evidenced order.</summary>
    OrderNotEvidenced = 16,

    /// <summary>The row says it is cash.</summary>
    Cash = 32,

    /// <summary>Two-currency movement (not traced yet: refused with a sentence).</summary>
    Exchange = 64,
}

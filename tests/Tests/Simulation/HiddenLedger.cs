namespace FinInvest.Graph.Tests.Simulation;

/// <summary>An account as it truly is; <see cref="Covered"/> are the periods of which its bank hands out statements (none: nobody has its rows).</summary>
internal sealed record HiddenAccount(string Id, string Bank, long Opening)
{
    public List<DayRange> Covered { get; } = [];

    /// <summary>Whether its bank gives every entry a reference, and prints the balance after each row.</summary>
    public bool HasReferences { get; init; }
    public bool HasBalances { get; init; }

    /// <summary>A period whose statement lost a row on its way, so that it does not reconcile: as if nobody had its rows.</summary>
    public DayRange? Broken { get; set; }

    /// <summary>No statement at all, only an extract that names both sides of every row.</summary>
    public bool HasExtractOnly { get; init; }

    public bool Covers(Day day) => HasExtractOnly || Covered.Exists(r => r.Contains(day));
}

/// <summary>A movement as it truly was; a null side is somebody outside the case.</summary>
internal sealed record HiddenMovement(int Number, HiddenAccount? From, HiddenAccount? To, long Debit, long Credit, PostingKind Kind)
{
    /// <summary>What the two banks print: whether each names the other side, and the end-to-end id both carry.</summary>
    public bool NamedOnDebit { get; init; } = true;
    public bool NamedOnCredit { get; init; } = true;
    public string? EndToEndId { get; init; }

    /// <summary>Text in place of an account where the other side is outside; "" where the bank names nobody.</summary>
    public string Outsider { get; init; } = "";

    /// <summary>"ACT:VICTIM" where the credit is charged as proceeds, with the amount named.</summary>
    public string? Claim { get; set; }
    public long Named { get; set; }

    /// <summary>Name of another claimant whose money the credit is.</summary>
    public string? Claimant { get; set; }

    /// <summary>Asset that the debit paid, and as what.</summary>
    public string? Asset { get; set; }
    public string LineKind { get; set; } = "price";
}

/// <summary>One side of a hidden movement, booked on a day; the ledger lists them in the order in which they happened.</summary>
/// <param name="Happened">The day it happened, where its bank booked it later; else the booking day.</param>
internal sealed record HiddenLeg(HiddenMovement Movement, bool IsCredit, Day Day, Day Happened)
{
    public bool IsLate => Happened < Day;
    public HiddenAccount Account => (IsCredit ? Movement.To : Movement.From)!;
    public HiddenAccount? Other => IsCredit ? Movement.From : Movement.To;
    public long Minor => IsCredit ? Movement.Credit : -Movement.Debit;
}

/// <summary>What truly happened, which no bank sees whole: days 1 to 100, the last of which is the as-of date.</summary>
internal sealed record HiddenLedger(ulong Seed, IReadOnlyList<HiddenAccount> Accounts, IReadOnlyList<HiddenLeg> Legs)
{
    public static readonly Day First = new(1);
    public static readonly Day AsOf = new(100);

    public IEnumerable<HiddenLeg> LegsOf(HiddenAccount account) => Legs.Where(l => l.Account == account);

    /// <summary>Rows of an account as its bank lists them: by booking day; a late debit stands anywhere among its day's rows.</summary>
    public List<HiddenLeg> Listed(HiddenAccount account)
    {
        var rows = LegsOf(account).ToList();
        foreach (var late in rows.Where(l => l.IsLate).ToList())
        {
            var at = rows.FindIndex(l => ReferenceEquals(l, late));
            var places = rows.Skip(at + 1).TakeWhile(l => l.Day == late.Day).Count();
            rows.RemoveAt(at);
            rows.Insert(at + (late.Movement.Number % (places + 1)), late);
        }

        return rows;
    }

    /// <summary>Balance of an account after all its legs up to and including a day.</summary>
    public long BalanceAfter(HiddenAccount account, Day day) => account.Opening + LegsOf(account).Where(l => l.Day <= day).Sum(l => l.Minor);
}

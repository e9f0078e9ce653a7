namespace FinInvest.Graph.Tests.Simulation;

/// <summary>An account as it truly is; <see cref="Covered"/> are the periods of which its bank hands out statements (none: nobody has its rows).</summary>
internal sealed record HiddenAccount(string Id, string Bank, long Opening, string Currency = HiddenAccount.Home)
{
    public const string Home = "KZT";

    public List<DayRange> Covered { get; } = [];

    /// <summary>Whether its bank gives every entry a reference, prints the balance after each row, and says that its row order is the booking order.</summary>
    public bool HasReferences { get; init; }
    public bool HasBalances { get; init; }
    public bool HasOrder { get; init; } = true;

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

    /// <summary>Text in place of an account where the other side is outside or a correspondent bank is named instead; "" where the bank names nobody.</summary>
    public string Outsider { get; init; } = "";

    /// <summary>"ACT:VICTIM" where the credit is charged as proceeds, with the amount named.</summary>
    public string? Claim { get; set; }
    public long Named { get; set; }

    /// <summary>Name of another claimant whose money the credit is.</summary>
    public string? Claimant { get; set; }

    /// <summary>The acquisition that the debit paid, as what, and how much of the debit (null: all).</summary>
    public HiddenAcquisition? Bought { get; set; }
    public string LineKind { get; set; } = "price";
    public long? LineMinor { get; set; }

    /// <summary>The acquisition whose sale the credit is.</summary>
    public HiddenAcquisition? Sold { get; set; }

    /// <summary>The movement that this one undoes, and how much of it.</summary>
    public HiddenMovement? Undoes { get; init; }
    public long Undone { get; init; }

    /// <summary>Acquisitions that this credit paid for afterwards, by a coordination link.</summary>
    public IReadOnlyList<HiddenAcquisition> Linked { get; set; } = [];
}

/// <summary>One acquisition of an asset: the first, or what replaced it.</summary>
internal sealed record HiddenAcquisition(string Asset, int Index, string Currency)
{
    public string Key => $"{Asset}#{Index}";
    public long Loan { get; set; }
    public Day Begun { get; set; }
    public long Cost { get; set; }

    /// <summary>Given away by a sale or by an exchange for the next one.</summary>
    public bool IsGone { get; set; }

    /// <summary>First day on which another line may be booked, and on which it may be sold, exchanged or linked: so that the order of the case decides no figure that the accounts' orders leave open.</summary>
    public Day NextLine { get; set; } = new(0);
    public Day NextDealing { get; set; } = new(0);
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

/// <summary>What truly happened, which no bank sees whole: from day 1 to the as-of date.</summary>
/// <param name="Rates">Reference units a minor unit by currency, as the case states them; empty where it states none.</param>
internal sealed record HiddenLedger(ulong Seed, Day AsOf, IReadOnlyList<HiddenAccount> Accounts, IReadOnlyList<HiddenLeg> Legs, IReadOnlyDictionary<string, (long P, long Q)> Rates)
{
    public static readonly Day First = new(1);
    private readonly ILookup<HiddenAccount, HiddenLeg> legsOf = Legs.ToLookup(l => l.Account, ReferenceEqualityComparer.Instance as IEqualityComparer<HiddenAccount>);
    private readonly Dictionary<string, (int[] Days, long[] Balances)> balances = new(StringComparer.Ordinal);

    public IEnumerable<HiddenLeg> LegsOf(HiddenAccount account) => legsOf[account];

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
    public long BalanceAfter(HiddenAccount account, Day day)
    {
        if (!balances.TryGetValue(account.Id, out var run))
        {
            var legs = LegsOf(account).OrderBy(l => l.Day).ToList();
            var sum = account.Opening;
            balances[account.Id] = run = ([.. legs.Select(l => l.Day.Number)], [.. legs.Select(l => sum += l.Minor)]);
        }

        var after = 0;
        for (var step = run.Days.Length; step > 0;)
        {
            var half = step / 2;
            (after, step) = run.Days[after + half] <= day.Number ? (after + half + 1, step - half - 1) : (after, half);
        }

        return after == 0 ? account.Opening : run.Balances[after - 1];
    }
}

namespace FinInvest.Graph.Trace.Corridors;

/// <summary>
/// Finds the accounts whose rows are enough for a question to have the answer that all rows of the case give: everything upstream of what the case marks. It looks at pages and keeps none; it says whether
/// it must see all rows once more. Of a row that only moves money from one account to another the payer is needed where the payee is: what leaves an account changes nothing in it. Rows
/// that may have to be paired with others (one-sided, with printed balances, of accounts with statements) bind all accounts they name or share an id with, in both directions.
/// <para>More than the corridor of definitions E2 is needed, because a rule's rounding (A2) depends on who owns the clean money that comes in from elsewhere.</para>
/// </summary>
public sealed class CorridorSearch
{
    private readonly CorridorRoots roots;
    private readonly HashSet<string> bound;
    private readonly HashSet<string> known;
    private readonly List<long> arrows = [];
    private readonly Dictionary<ulong, int> byEndToEndId = [];
    private readonly Dictionary<ulong, int> byReference = [];
    private IReadOnlyList<string> names = [];
    private bool[] isBound = [];
    private bool[] isAccount = [];
    private bool[] isRoot = [];
    private bool[] result = [];
    private int passes;

    /// <param name="facts">Facts and decisions of the case.</param>
    /// <param name="accounts">Accounts that are asked about beside what the case marks.</param>
    public CorridorSearch(CaseFacts facts, IEnumerable<string> accounts)
    {
        roots = new CorridorRoots(facts, accounts);
        bound = facts.All<Statement>().Where(s => s.Opening is not null && s.Closing is not null).Select(s => s.Account)
            .Concat(facts.All<Account>().Where(a => !a.ExtractComplete).Select(a => a.Id)).ToHashSet(StringComparer.Ordinal);
        known = facts.All<Account>().Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>It must see all rows of the case once more.</summary>
    public bool NeedsRows => passes < 2;

    /// <summary>Rows that were seen in one pass.</summary>
    public long RowsSeen { get; private set; }

    /// <summary>Accounts that rows name.</summary>
    public int AccountsSeen => isAccount.Count(a => a);

    /// <summary>Whether a row is needed, by the numbers of its account and counterparty.</summary>
    public bool Needs(int account, int counterparty) => result[account] || result[counterparty];

    /// <summary>The accounts that are needed, in the order of the list of names.</summary>
    public IReadOnlyList<string> Accounts => [.. names.Where((_, i) => result[i])];

    /// <summary>Takes a look at a page. All pages of all passes point into lists of the same names.</summary>
    public void Supply(PostingPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (names.Count == 0)
        {
            Begin(page.AccountNames);
        }

        if (passes == 0)
        {
            LookForMarks(page);
            RowsSeen += page.Count;
        }
        else
        {
            LookForLinks(page);
        }
    }

    /// <summary>The pass is over.</summary>
    public void EndOfRows()
    {
        passes++;
        if (!NeedsRows)
        {
            Close();
        }
    }

    private void Begin(IReadOnlyList<string> accountNames)
    {
        names = accountNames;
        isBound = [.. names.Select(bound.Contains)];
        isAccount = [.. names.Select(known.Contains)];
        isRoot = [.. names.Select(n => n.Length > 0 && roots.Accounts.Contains(n))];
        result = new bool[names.Count];
    }

    /// <summary>First pass: which accounts have printed balances, which names are accounts, which accounts marked rows name.</summary>
    private void LookForMarks(PostingPage page)
    {
        var marked = page.StatementIds.Select(roots.Of).ToArray();
        for (var i = 0; i < page.Count; i++)
        {
            var (account, counterparty) = (page.Account[i], page.Counterparty[i]);
            isAccount[account] = true;
            isBound[account] |= page.Balance[i] != PostingPage.NoBalance;
            if (page.CounterMinor[i] != 0)
            {
                isAccount[counterparty] = true;
                isBound[counterparty] |= page.CounterBalance[i] != PostingPage.NoBalance;
            }

            if (marked[page.Statement[i]]?.Contains(page.Row[i]) == true || roots.HasId(page.LocalId[i]))
            {
                isRoot[account] = true;
                isRoot[counterparty] = true;
            }
        }

        (isAccount[0], isBound[0], isRoot[0]) = (false, false, false);
    }

    /// <summary>Second pass: which account needs which.</summary>
    private void LookForLinks(PostingPage page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            var (account, counterparty) = (page.Account[i], page.Counterparty[i]);
            if (account == counterparty || account == 0)
            {
                continue;
            }

            if (counterparty > 0 && page.CounterMinor[i] != 0 && page.Minor[i] < 0 != page.CounterMinor[i] < 0 && !isBound[account] && !isBound[counterparty])
            {
                Add(page.Minor[i] < 0 ? (counterparty, account) : (account, counterparty));
                continue;
            }

            Share(byEndToEndId, page.EndToEndId[i], account);
            Share(byReference, page.Reference[i], account);
            if (counterparty > 0 && isAccount[counterparty])
            {
                Add((account, counterparty));
                Add((counterparty, account));
            }
        }

        if (arrows.Count > 1 << 20 && arrows.Count == arrows.Capacity)
        {
            Distinct();
        }
    }

    private void Add((int Needed, int Needs) arrow) => arrows.Add(((long)arrow.Needed << 32) | (uint)arrow.Needs);

    /// <summary>Two ids that hash alike only make more accounts needed.</summary>
    private void Share(Dictionary<ulong, int> accounts, string? id, int account)
    {
        if (id is null)
        {
            return;
        }

        var hash = 14_695_981_039_346_656_037UL;
        foreach (var letter in id)
        {
            hash = unchecked((hash ^ letter) * 1_099_511_628_211UL);
        }

        if (!accounts.TryAdd(hash, account) && accounts[hash] != account)
        {
            Add((account, accounts[hash]));
            Add((accounts[hash], account));
        }
    }

    private void Distinct()
    {
        arrows.Sort();
        var kept = 0;
        for (var i = 0; i < arrows.Count; i++)
        {
            if (i == 0 || arrows[i] != arrows[i - 1])
            {
                arrows[kept++] = arrows[i];
            }
        }

        arrows.RemoveRange(kept, arrows.Count - kept);
    }

    /// <summary>Everything that the marked accounts need, and what that needs.</summary>
    private void Close()
    {
        Distinct();
        var open = new Stack<int>();
        for (var a = 1; a < names.Count; a++)
        {
            if (isRoot[a] && isAccount[a])
            {
                result[a] = true;
                open.Push(a);
            }
        }

        while (open.TryPop(out var account))
        {
            var at = arrows.BinarySearch((long)account << 32);
            for (at = at < 0 ? ~at : at; at < arrows.Count && arrows[at] >> 32 == account; at++)
            {
                var needed = (int)(arrows[at] & uint.MaxValue);
                if (!result[needed])
                {
                    result[needed] = true;
                    open.Push(needed);
                }
            }
        }
    }
}

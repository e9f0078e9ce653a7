using FinInvest.Graph.Reconcile.Columns;
using FinInvest.Graph.Reconcile.Order;

namespace FinInvest.Graph.Reconcile.Statements;

/// <summary>
/// Sorts rows into listings: rows of a statement that states balances, and, for accounts that have none such, the rows of each document whose
/// running balance takes a statement's place. What is left are sides known only from extracts without balances, and reports of other banks.
/// </summary>
internal sealed class ListingFinder
{
    private readonly PostingColumns c;
    private readonly CaseFacts facts;
    private readonly bool[] ownStatement;
    private readonly SidesByAccount inExtracts;
    private readonly List<string> notes;

    public ListingFinder(PostingColumns c, CaseFacts facts, List<string> notes)
    {
        this.c = c;
        this.facts = facts;
        this.notes = notes;
        ownStatement = new bool[c.Names.Length];
        inExtracts = new SidesByAccount(c);
    }

    /// <summary>Listings by account name index.</summary>
    public SortedDictionary<int, List<Listing>> Listings { get; } = [];

    /// <summary>Sides of accounts known only from rows without balances, by account; ascending.</summary>
    public SortedDictionary<int, int[]> Unlisted { get; } = [];

    /// <summary>Two-sided rows from an account to itself.</summary>
    public List<int> SelfTransfers { get; } = [];

    /// <summary>Statements of accounts that have no row anywhere and so no name index.</summary>
    public List<StatementCheck> WithoutRows { get; } = [];

    /// <summary>Accounts whose running balance does not chain, by document: red count and count.</summary>
    private readonly SortedDictionary<int, (int Red, int All)> chains = [];

    public void Run()
    {
        var stated = new bool[c.Count];
        FindStated(stated);
        FindUnstated(stated);
        foreach (var (document, (red, all)) in chains.Where(d => d.Value.Red > 0))
        {
            notes.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"running balances of {DocumentName(document)} do not chain on {red} of {all} accounts: these accounts are OUTSIDE"));
        }
    }

    private void FindStated(bool[] stated)
    {
        var byId = facts.Rows<Statement>().GroupBy(f => f.Fact.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        for (var s = 0; s < c.Statements.Length; s++)
        {
            var (document, id) = c.Statements[s];
            var (start, count) = c.RowsOf(s);
            if (!byId.TryGetValue(id, out var versions) || count == 0)
            {
                continue;
            }

            var fact = Choose(versions, c.Documents[document], start, count);
            if (fact.Opening is null || fact.Closing is null)
            {
                continue;
            }

            var account = c.NameIndex.GetValueOrDefault(fact.Account, -1);
            var rows = Enumerable.Range(start, count).Where(r => c.Account[r] == account).ToArray();
            foreach (var r in rows)
            {
                stated[r] = true;
            }

            if (rows.Length < count)
            {
                notes.Add($"statement {id} has rows of an account other than {fact.Account}: they do not move its balance");
            }

            AddStated(fact, c.Documents[document], account, [.. rows.Select(r => r * 2)]);
        }

        var listed = c.Statements.Where((_, s) => c.RowsOf(s).Count > 0).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var versions in byId.Where(v => !listed.Contains(v.Key)).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Value))
        {
            var fact = (Statement)versions[0].Fact;
            if (fact.Opening is not null && fact.Closing is not null)
            {
                AddOfExtract(fact, versions[0].Document);
            }
        }
    }

    /// <summary>A statement without rows of its own: those of its account in the extract its id names, else none. An extract's row order is no evidence.</summary>
    private void AddOfExtract(Statement fact, Sha256 document)
    {
        var account = c.NameIndex.GetValueOrDefault(fact.Account, -1);
        var found = false;
        foreach (var (extract, sides) in inExtracts.Of(fact.Id, account, fact.Account))
        {
            found = true;
            AddStated(fact with { Ordered = false }, c.Documents[c.Statements[extract].Document], account, sides);
        }

        if (!found)
        {
            AddStated(fact, document, account, []);
        }
    }

    /// <summary>The statement's facts as its own document states them; where documents differ, the version that the rows prove.</summary>
    private Statement Choose(List<FactRow> versions, Sha256 document, int start, int count)
    {
        var own = versions.Where(v => v.Document == document).ToList();
        var candidates = own.Count > 0 ? own : versions;
        if (candidates.Count > 1)
        {
            var sum = 0L;
            for (var r = start; r < start + count; r++)
            {
                sum += c.Minor[r];
            }

            return (Statement)(candidates.Find(v => ((Statement)v.Fact).Opening + sum == ((Statement)v.Fact).Closing) ?? candidates[0]).Fact;
        }

        return (Statement)candidates[0].Fact;
    }

    private void AddStated(Statement fact, Sha256 document, int account, int[] sides)
    {
        var (arranged, ordered) = BookingOrder.Arrange(c, sides, fact.Ordered);
        var sum = sides.Sum(c.MinorOf);
        var difference = fact.Closing!.Value - (fact.Opening!.Value + sum);
        var countHolds = fact.RowCount is null || fact.RowCount == sides.Length;
        var reason = difference != 0 ? "opening and movements do not give the closing balance"
            : countHolds ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sides.Length} of {fact.RowCount} rows");
        var check = new StatementCheck(fact.Id, fact.Account, document, new DayRange(fact.From, fact.To), sides.Length, fact.Opening, fact.Closing, difference,
            difference == 0 && countHolds, reason);
        if (!check.Reconciles)
        {
            notes.Add($"statement {fact.Id} does not reconcile");
        }

        if (account < 0)
        {
            WithoutRows.Add(check);
            return;
        }

        ownStatement[account] = true;
        Add(new Listing(fact.Id, account, document, check.Period, fact.Opening.Value, fact.Closing.Value, arranged, ordered, true, check));
    }

    private void FindUnstated(bool[] stated)
    {
        var start = new int[c.Names.Length + 1];
        for (var pass = 0; pass < 2; pass++)
        {
            var sides = pass == 0 ? [] : new int[start[^1]];
            for (var r = 0; r < c.Count; r++)
            {
                if (stated[r])
                {
                    continue;
                }

                if (c.IsTwoSided(r) && c.Account[r] == c.Counterparty[r])
                {
                    if (pass == 0)
                    {
                        SelfTransfers.Add(r);
                    }

                    continue;
                }

                Place(r * 2, pass, start, sides);
                if (c.IsTwoSided(r))
                {
                    Place((r * 2) + 1, pass, start, sides);
                }
            }

            if (pass == 0)
            {
                for (var a = 0; a < c.Names.Length; a++)
                {
                    start[a + 1] += start[a];
                }
            }
            else
            {
                Split(start, sides);
            }
        }
    }

    /// <summary>Counting sort by account: the first pass counts, the second fills (start[a] then ends at the account's end).</summary>
    private void Place(int side, int pass, int[] start, int[] sides)
    {
        var account = c.AccountOf(side);
        if (account == 0 || ownStatement[account])
        {
            return;
        }

        if (pass == 0)
        {
            start[account + 1]++;
        }
        else
        {
            sides[start[account]++] = side;
        }
    }

    private void Split(int[] end, int[] sides)
    {
        for (var a = 1; a < c.Names.Length; a++)
        {
            var from = end[a - 1];
            if (end[a] == from)
            {
                continue;
            }

            var own = sides[from..end[a]];
            if (!AddChained(a, own))
            {
                Unlisted[a] = own;
            }
        }
    }

    /// <summary>Where documents print a running balance for this account, each such document is a listing; its other rows are reports.</summary>
    private bool AddChained(int account, int[] sides)
    {
        var added = false;
        for (var i = 0; i < sides.Length;)
        {
            var document = c.DocumentOf(sides[i] >> 1);
            var end = i;
            while (end < sides.Length && c.DocumentOf(sides[end] >> 1) == document)
            {
                end++;
            }

            if (ChainedListing.Find(c, account, sides[i..end]) is { } listing)
            {
                var (red, all) = chains.GetValueOrDefault(document);
                chains[document] = (red + (listing.Reconciles ? 0 : 1), all + 1);
                Add(listing);
                added = true;
            }

            i = end;
        }

        return added;
    }

    private void Add(Listing listing)
    {
        if (!Listings.TryGetValue(listing.Account, out var list))
        {
            Listings[listing.Account] = list = [];
        }

        list.Add(listing);
    }

    private string DocumentName(int document)
    {
        var named = facts.Documents.FirstOrDefault(d => d.Hash == c.Documents[document]);
        return named is { Name.Length: > 0 } ? named.Name : c.Documents[document].Short();
    }
}

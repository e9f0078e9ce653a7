namespace FinInvest.Graph.Reconcile.Columns;

/// <summary>
/// Gathers pages into <see cref="PostingColumns"/>. The result does not depend on the order of pages: names, documents and statements are
/// numbered in ordinal order, rows sorted by them. Rows of excluded documents and inferred rows are left out.
/// </summary>
internal sealed class PostingIntake
{
    private readonly List<PostingPage> pages;
    private readonly List<string> names = [""];
    private readonly Dictionary<string, int> firstIndex = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<object, int[]> namesOfList = new(ReferenceEqualityComparer.Instance);

    private PostingIntake(List<PostingPage> pages) => this.pages = pages;

    /// <param name="inferred">How many rows were left out because their source says they are inferred.</param>
    public static PostingColumns Gather(IEnumerable<PostingPage> pages, IReadOnlySet<Sha256> excluded, out int inferred)
    {
        var kept = pages.Where(p => !excluded.Contains(p.Document) && p.Count > 0)
            .OrderBy(p => p.Document.Hex, StringComparer.Ordinal).ThenBy(p => p.StatementIds[p.Statement[0]], StringComparer.Ordinal).ThenBy(p => p.Row[0]).ToList();
        return new PostingIntake(kept).Run(out inferred);
    }

    private PostingColumns Run(out int inferred)
    {
        var sortedNames = SortNames();
        var documents = pages.Select(p => p.Document.Hex).Distinct(StringComparer.Ordinal).Select(h => new Sha256(h)).ToArray();
        var documentRank = documents.Select((d, i) => (d, i)).ToDictionary(x => x.d, x => x.i);
        var statements = pages.SelectMany(p => p.StatementIds.Select(id => (documentRank[p.Document], id))).Distinct()
            .OrderBy(s => s.Item1).ThenBy(s => s.id, StringComparer.Ordinal).ToArray();
        var statementRank = statements.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        var currencies = pages.SelectMany(p => p.CurrencyCodes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();

        var count = pages.Sum(p => p.Count);
        var to = Allocate(count, sortedNames, documents, statements, currencies);
        var at = 0;
        foreach (var page in pages)
        {
            var name = namesOfList[page.AccountNames];
            int[] statement = [.. page.StatementIds.Select(id => statementRank[(documentRank[page.Document], id)])];
            byte[] currency = page.CurrencyCodes.Count == 0 ? [0] : [.. page.CurrencyCodes.Select(k => (byte)Array.IndexOf(currencies, k))];
            at += page.Origin.AsSpan(0, page.Count).Contains(PostingOrigin.Inferred) ? CopyObserved(page, name, statement, currency, to, at) : CopyPage(page, name, statement, currency, to, at);
        }

        inferred = count - at;
        return SortRows(to, at);
    }

    /// <summary>Numbers all names in ordinal order; from then on namesOfList maps each page's names to these numbers.</summary>
    private string[] SortNames()
    {
        foreach (var page in pages)
        {
            if (!namesOfList.TryGetValue(page.AccountNames, out var known) || known.Length < page.AccountNames.Count)
            {
                namesOfList[page.AccountNames] = [.. page.AccountNames.Select(NameIndex)];
            }
        }

        var order = Enumerable.Range(0, names.Count).ToArray();
        var sorted = names.ToArray();
        Array.Sort(sorted, order, StringComparer.Ordinal);
        var ordinal = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ordinal[order[i]] = i;
        }

        foreach (var list in namesOfList.Values)
        {
            for (var i = 0; i < list.Length; i++)
            {
                list[i] = ordinal[list[i]];
            }
        }

        return sorted;
    }

    private int NameIndex(string name)
    {
        if (!firstIndex.TryGetValue(name, out var i))
        {
            firstIndex[name] = i = names.Count;
            names.Add(name);
        }

        return i;
    }

    private static int CopyPage(PostingPage page, int[] name, int[] statement, byte[] currency, PostingColumns to, int at)
    {
        for (var i = 0; i < page.Count; i++)
        {
            to.Statement[at + i] = statement[page.Statement[i]];
            to.Account[at + i] = name[page.Account[i]];
            to.Counterparty[at + i] = name[page.Counterparty[i]];
            to.Currency[at + i] = currency[page.Currency[i]];
            to.CounterCurrency[at + i] = currency[page.CounterCurrency[i]];
            to.ValueDay[at + i] = page.ValueDay[i] == Day.NoneNumber ? page.BookingDay[i] : page.ValueDay[i];
        }

        CopyColumns(page, 0, page.Count, to, at);
        return page.Count;
    }

    /// <summary>A page that holds inferred rows: the others, row by row.</summary>
    private static int CopyObserved(PostingPage page, int[] name, int[] statement, byte[] currency, PostingColumns to, int at)
    {
        var start = at;
        for (var i = 0; i < page.Count; i++)
        {
            if (page.Origin[i] != PostingOrigin.Inferred)
            {
                to.Statement[at] = statement[page.Statement[i]];
                to.Account[at] = name[page.Account[i]];
                to.Counterparty[at] = name[page.Counterparty[i]];
                to.Currency[at] = currency[page.Currency[i]];
                to.CounterCurrency[at] = currency[page.CounterCurrency[i]];
                to.ValueDay[at] = page.ValueDay[i] == Day.NoneNumber ? page.BookingDay[i] : page.ValueDay[i];
                CopyColumns(page, i, 1, to, at++);
            }
        }

        return at - start;
    }

    private static void CopyColumns(PostingPage page, int from, int count, PostingColumns to, int at)
    {
        Array.Copy(page.Row, from, to.Row, at, count);
        Array.Copy(page.Minor, from, to.Minor, at, count);
        Array.Copy(page.CounterMinor, from, to.CounterMinor, at, count);
        Array.Copy(page.BookingDay, from, to.BookingDay, at, count);
        Array.Copy(page.Instant, from, to.Instant, at, count);
        Array.Copy(page.Kind, from, to.Kind, at, count);
        Array.Copy(page.Balance, from, to.Balance, at, count);
        Array.Copy(page.CounterBalance, from, to.CounterBalance, at, count);
        Array.Copy(page.Reference, from, to.Reference, at, count);
        Array.Copy(page.EndToEndId, from, to.EndToEndId, at, count);
        Array.Copy(page.LocalId, from, to.LocalId, at, count);
    }

    private static PostingColumns Allocate(int count, string[] names, Sha256[] documents, (int, string)[] statements, string[] currencies) => new()
    {
        Count = count,
        Names = names,
        NameIndex = names.Select((n, i) => (n, i)).ToDictionary(x => x.n, x => x.i, StringComparer.Ordinal),
        Documents = documents,
        Statements = statements,
        Currencies = currencies,
        DocumentDays = new DayRange[documents.Length],
        Statement = new int[count],
        Row = new int[count],
        Account = new int[count],
        Counterparty = new int[count],
        Minor = new long[count],
        CounterMinor = new long[count],
        BookingDay = new int[count],
        ValueDay = new int[count],
        Instant = new long[count],
        Currency = new byte[count],
        CounterCurrency = new byte[count],
        Kind = new PostingKind[count],
        Balance = new long[count],
        CounterBalance = new long[count],
        Reference = new string?[count],
        EndToEndId = new string?[count],
        LocalId = new string?[count],
    };

    /// <summary>Brings rows into (statement, row) order; equal keys keep their order in the source. Most pages come sorted already.</summary>
    private static PostingColumns SortRows(PostingColumns c, int count)
    {
        var sorted = true;
        for (var i = 1; i < count && sorted; i++)
        {
            sorted = c.Statement[i - 1] < c.Statement[i] || (c.Statement[i - 1] == c.Statement[i] && c.Row[i - 1] <= c.Row[i]);
        }

        int[]? order = null;
        if (!sorted)
        {
            order = [.. Enumerable.Range(0, count)];
            var keys = new (int Statement, int Row, int At)[count];
            for (var i = 0; i < count; i++)
            {
                keys[i] = (c.Statement[i], c.Row[i], i);
            }

            Array.Sort(keys, order);
        }

        var result = order is null && count == c.Count ? c : Copy(c, order, count);
        FillDays(result);
        return result;
    }

    private static PostingColumns Copy(PostingColumns c, int[]? order, int count)
    {
        T[] Take<T>(T[] column)
        {
            var taken = new T[count];
            for (var i = 0; i < count; i++)
            {
                taken[i] = column[order is null ? i : order[i]];
            }

            return taken;
        }

        return new PostingColumns
        {
            Count = count,
            Names = c.Names,
            NameIndex = c.NameIndex,
            Documents = c.Documents,
            Statements = c.Statements,
            Currencies = c.Currencies,
            DocumentDays = c.DocumentDays,
            Statement = Take(c.Statement),
            Row = Take(c.Row),
            Account = Take(c.Account),
            Counterparty = Take(c.Counterparty),
            Minor = Take(c.Minor),
            CounterMinor = Take(c.CounterMinor),
            BookingDay = Take(c.BookingDay),
            ValueDay = Take(c.ValueDay),
            Instant = Take(c.Instant),
            Currency = Take(c.Currency),
            CounterCurrency = Take(c.CounterCurrency),
            Kind = Take(c.Kind),
            Balance = Take(c.Balance),
            CounterBalance = Take(c.CounterBalance),
            Reference = Take(c.Reference),
            EndToEndId = Take(c.EndToEndId),
            LocalId = Take(c.LocalId),
        };
    }

    private static void FillDays(PostingColumns c)
    {
        Array.Fill(c.DocumentDays, new DayRange(new Day(int.MaxValue), new Day(int.MinValue)));
        for (var r = 0; r < c.Count;)
        {
            var statement = c.Statement[r];
            var (first, last) = (int.MaxValue, int.MinValue);
            for (; r < c.Count && c.Statement[r] == statement; r++)
            {
                first = Math.Min(first, c.BookingDay[r]);
                last = Math.Max(last, c.BookingDay[r]);
            }

            var known = c.DocumentDays[c.Statements[statement].Document];
            c.DocumentDays[c.Statements[statement].Document] = new DayRange(new Day(Math.Min(known.From.Number, first)), new Day(Math.Max(known.To.Number, last)));
        }
    }
}

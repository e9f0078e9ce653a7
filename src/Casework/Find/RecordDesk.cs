using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Find;

/// <summary>The use case "show": an id is a row, an account, a document, an item, a decision or any other fact.</summary>
public sealed class RecordDesk(ICaseGraph graph, CaseReview review)
{
    /// <summary>Rows of an account that are shown at most; the answer says n of N.</summary>
    public const int RowsMax = 400;

    /// <exception cref="CaseQuestionException">Nothing has this id.</exception>
    public async Task<IReadOnlyList<ShownRecord>> ShowAsync(string id, string rule, CancellationToken ct)
    {
        var found = new List<ShownRecord>();
        if (review.File.Reconciliation.Ledger.AccountIndex(id) > 0)
        {
            found.Add(Account(id, rule));
        }

        if (await RowAsync(id, ct) is { } row)
        {
            found.Add(row);
        }

        found.AddRange(review.File.Facts.AllRows.Where(f => f.Fact.Id == id).Select(Fact));
        found.AddRange(review.File.Facts.Documents.Where(d => d.Name == id || (id.Length >= 6 && d.Hash.Hex.StartsWith(id, StringComparison.Ordinal))).Select(Document));
        found.AddRange(review.File.Facts.Decisions.Where(d => d.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == id).Select(ShowDecision));
        return found.Count > 0 ? found : throw new CaseQuestionException($"Nothing in the case has the id '{id}'. `fininvest find` looks by name, text, amount and day.");
    }

    private ShownRecord Account(string id, string rule)
    {
        var result = review.Trace(rule, [], [id]);
        var ledger = result.Ledgers.First(l => l.Account == id);
        var d = review.Decimals(ledger.Currency);
        var account = review.File.Reconciliation.Ledger.Accounts[review.File.Reconciliation.Ledger.AccountIndex(id)];
        var fact = review.File.Facts.All<Account>().FirstOrDefault(a => a.Id == id);
        string Amount(long minor) => Money.Format(minor, d, " ").PadLeft(16);
        var rows = ledger.Rows.Take(RowsMax).Select(r => (IReadOnlyList<string>)[$"{r.Day}{Amount(r.IsCredit ? r.Minor : -r.Minor)}{Amount(r.Balance)}{Amount(r.Claim)}{Amount(r.Free + r.Other)}",
            $"{r.Counterparty} {r.Row}".Trim()]).Prepend([$"{"day",-10}{"amount",16}{"balance",16}{"tainted",16}{"other",16}", ""]).ToList();
        return new ShownRecord("account", id,
        [
            new("institution", fact?.Institution ?? ""), new("holder", string.Join(", ", review.File.Facts.All<AccountHolder>().Where(h => h.Account == id).Select(h => h.Party))),
            new("currency", ledger.Currency), new("coverage", account.Coverage.ToString().ToLowerInvariant() + " " + string.Join(" ", account.Covered)), new("rule", rule),
        ], ["numbers", "with, row"], rows, ledger.Rows.Count > RowsMax ? $"{RowsMax} of {ledger.Rows.Count} rows" : "");
    }

    private async Task<ShownRecord?> RowAsync(string id, CancellationToken ct)
    {
        var parts = id.Split('/');
        if (parts.Length is < 2 or > 3 || !int.TryParse(parts[^1], out var number))
        {
            return null;
        }

        var rec = review.File.Reconciliation;
        await foreach (var page in graph.PostingsAsync(LedgerRequest.WholeCase(review.File.Version) with { WithTexts = true }, ct))
        {
            if (parts.Length == 3 && !page.Document.Hex.StartsWith(parts[0], StringComparison.Ordinal))
            {
                continue;
            }

            for (var i = 0; i < page.Count; i++)
            {
                if (page.Row[i] == number && page.StatementIds[page.Statement[i]] == parts[^2])
                {
                    return Posting(page, i, rec);
                }
            }
        }

        return null;
    }

    private ShownRecord Posting(PostingPage page, int i, Reconciliation rec)
    {
        var key = new RowKey(page.Document, page.StatementIds[page.Statement[i]], page.Row[i]);
        var currency = page.CurrencyCodes[page.Currency[i]];
        var document = review.File.Facts.Documents.FirstOrDefault(d => d.Hash == page.Document);
        var movement = rec.Ledger.MovementOf(key);
        var fields = new List<KeyValuePair<string, string>>
        {
            new("document", $"{document?.Name} {page.Document.Hex}"), new("account", page.AccountNames[page.Account[i]]), new("counterparty", page.AccountNames[page.Counterparty[i]]),
            new("counterparty name", page.CounterpartyName[i] ?? ""), new("amount", new Money(page.Minor[i], new Currency(currency, review.Decimals(currency))).ToString()),
            new("booked", new Day(page.BookingDay[i]).ToString()), new("value", new Day(page.ValueDay[i]).ToString()), new("reference", page.Reference[i] ?? ""),
            new("end-to-end id", page.EndToEndId[i] ?? ""), new("own id", page.LocalId[i] ?? ""), new("text", page.Text[i] ?? ""), new("kind", page.Kind[i].ToString().ToLowerInvariant()),
        };
        if (movement >= 0)
        {
            fields.Add(new("reported by", string.Join(" ", rec.Ledger.RowsOf(movement).ToArray())));
            fields.AddRange(rec.Register.Claims.Where(c => c.Movement == movement).Select(c => new KeyValuePair<string, string>("proceeds of", $"{c.Episode}, {Money.Format(c.Minor, review.Decimals(currency), " ")}")));
            fields.AddRange(rec.Register.Acquisitions.Where(a => a.Lines.Any(l => l.Movement == movement)).Select(a => new KeyValuePair<string, string>("cost line of", a.Key)));
        }

        return new ShownRecord("row", key.ToString(), fields, [], []);
    }

    private ShownRecord Fact(FactRow row)
    {
        var type = row.Fact.GetType();
        var fields = type.GetProperties().Select(p => new KeyValuePair<string, string>(p.Name, Text(p.GetValue(row.Fact)))).Where(f => f.Value.Length > 0).ToList();
        var document = review.File.Facts.Documents.FirstOrDefault(d => d.Hash == row.Document);
        fields.Add(new("from", $"{document?.Name} ({row.Document.Short()}), row {row.Row}"));
        return new ShownRecord(type.Name, row.Fact.Id, fields, [], []);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string s => s,
        Day d => d.ToString(),
        System.Collections.IEnumerable many => string.Join(", ", many.Cast<object?>().Select(Text)),
        IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private ShownRecord Document(SourceDocument document) => new("document", document.Hash.Short(), [
        new("file", document.Name), new("sha-256", document.Hash.Hex), new("bytes", document.Bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("partner", document.Partner), new("mapping", document.Mapping),
        new("facts", review.File.Facts.AllRows.Count(f => f.Document == document.Hash).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("statements", string.Join(", ", review.File.Reconciliation.Statements.Where(s => s.Document == document.Hash).Select(s => s.Statement))),
    ], [], []);

    private static ShownRecord ShowDecision(Decision d) => new("decision", d.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), [
        new("kind", d.Kind), new("subject", d.Subject), new("value", d.Value), new("by", d.By), new("on", d.On.ToString()), new("reason", d.Reason), new("item", d.Item),
        new("replaces", d.Replaces == 0 ? "" : d.Replaces.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ], [], []);
}

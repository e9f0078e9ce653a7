using System.Globalization;
using FinInvest.Graph.Reconcile.Columns;
using FinInvest.Graph.Reconcile.Effective;
using FinInvest.Graph.Reconcile.Legs;
using FinInvest.Graph.Reconcile.Order;
using FinInvest.Graph.Reconcile.Registers;
using FinInvest.Graph.Reconcile.Statements;

namespace FinInvest.Graph.Reconcile;

/// <summary>
/// The one place where the effective ledger is made out of a case's records:
/// <code>
/// pages -> rows that count -> listings -> periods (overlap, gaps) -> legs -> pairs -> case order -> movements -> register
/// </code>
/// The result depends on rows, facts and decisions alone, never on the order in which they came.
/// </summary>
public static class LedgerBuilder
{
    /// <param name="facts">Facts, documents and decisions at a version.</param>
    /// <param name="pages">All rows of the case at that version, in any order.</param>
    public static Reconciliation Build(CaseFacts facts, IEnumerable<PostingPage> pages)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(pages);
        var refused = new List<Refusal>();
        var notes = new List<string>();
        var effective = EffectiveCase.Decide(facts, refused);
        var c = PostingIntake.Gather(pages, effective.Excluded, out var inferred);
        Note(notes, inferred, "inferred row(s) left out of every figure");

        var found = new ListingFinder(c, effective.Facts, notes);
        found.Run();
        var standsFor = new Dictionary<int, int>();
        var uses = new AccountUses(effective.Facts);
        notes.AddRange(uses.Notes());
        var histories = AccountHistories.Make(c, effective.Facts, found, uses, standsFor, notes);

        var asOf = AsOf(effective.Facts, c);
        var draft = new LedgerDraft();
        var accounts = LedgerAccounts.Add(c, effective.Facts, histories, draft, asOf, out var legs, out var late, out var zero);
        Note(notes, late, "row(s) booked after the as-of date do not count");
        Note(notes, zero, "row(s) of amount zero make no movement");
        foreach (var r in found.SelfTransfers)
        {
            draft.SelfTransfers.Add(c.Key(r));
        }

        var names = new AccountNames(c, effective.Facts, draft, accounts, uses);
        var rows = new RowFinder(c, legs, standsFor, names);
        var pairings = effective.Pairings(rows, refused);
        var pairer = new LegPairer(c, legs, names, pairings);
        pairer.Run();
        var conduits = new ConduitPairer(c, legs, names, uses, pairings);
        conduits.Run();
        var order = CaseOrder.Find(legs, draft, out var movedDebits);
        var movements = new Movements(c, legs, draft, standsFor, names.Currency, conduits.IsJoined);
        var ledger = movements.Add(order, movedDebits);
        notes.AddRange(movedDebits.Select(d => $"debit {c.Key(legs.Side[d] >> 1).Alias} moved to its credit's position"));

        var register = new RegisterBuilder(effective.Facts, ledger, rows, new StornoRows(c, legs, movements.OfLeg), movements.OfLeg, asOf, refused).Build();
        return new Reconciliation(ledger, register, effective.Facts, Checks(found), [.. pairer.Pairs(), .. conduits.Pairs()],
            UnmatchedLegs.Find(c, legs, names, pairer.Declined, conduits.Open), [.. notes.Order(StringComparer.Ordinal)],
            [.. refused.OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Subject, StringComparer.Ordinal).ThenBy(r => r.Sentence, StringComparer.Ordinal)],
            conduits.Passages(movements.OfLeg));
    }

    /// <summary>The header's as-of date, else the last day the rows know.</summary>
    private static Day AsOf(CaseFacts facts, PostingColumns c)
    {
        if (facts.Header is { AsOf.IsNone: false } header)
        {
            return header.AsOf;
        }

        var last = facts.All<Statement>().Select(s => s.To).Concat(c.DocumentDays.Select(d => d.To)).ToList();
        return last.Count == 0 ? new Day(0) : last.Max();
    }

    private static List<StatementCheck> Checks(ListingFinder found) =>
        [.. found.Listings.Values.SelectMany(l => l).Select(l => l.Check).Concat(found.WithoutRows)
            .OrderBy(k => k.Account, StringComparer.Ordinal).ThenBy(k => k.Period.From).ThenBy(k => k.Statement, StringComparer.Ordinal).ThenBy(k => k.Document.Hex, StringComparer.Ordinal)];

    private static void Note(List<string> notes, int count, string sentence)
    {
        if (count > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {sentence}"));
        }
    }
}

using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Caching;

/// <summary>What a case is when it is open: all that is derived from its records at a version, as one cache entry keeps it.</summary>
/// <param name="Held">Every document of the case, those that a decision excludes among them.</param>
internal sealed record OpenedCase(CaseVersion Version, Reconciliation Reconciliation, long Rejects, IReadOnlyList<SourceDocument> Held)
{
    /// <summary>Raised when the sections of an entry change their meaning or order.</summary>
    public const int Layout = 2;

    /// <summary>The sections of this case's entry.</summary>
    public IReadOnlyList<Action<Stream>> Sections()
    {
        var to = new EntrySections();
        to.Contents.Number(Version.Loads);
        to.Contents.Number(Version.Decisions);
        to.Contents.Number(Rejects);
        FactSections.Documents(Held, to);
        FactSections.Write(Reconciliation.Facts, to);
        LedgerSections.Write(Reconciliation.Ledger, to);
        RegisterSections.Write(Reconciliation.Register, to.Contents);
        to.List(Reconciliation.Statements, Write);
        to.List(Reconciliation.Pairs, (w, p) =>
        {
            w.Row(p.Debit);
            w.Row(p.Credit);
            w.Text(p.Reason);
        });
        to.List(Reconciliation.Unmatched, (w, u) =>
        {
            w.Row(u.Row);
            w.Text(u.Account);
            w.Text(u.Counterparty);
            w.Number(u.Minor);
            w.Day(u.Day);
            w.Text(u.Reason);
        });
        to.List(Reconciliation.Notes, (w, n) => w.Text(n));
        to.List(Reconciliation.Refused, (w, r) =>
        {
            w.Text(r.Code);
            w.Text(r.Subject);
            w.Text(r.Sentence);
        });
        to.List(Reconciliation.Passages ?? [], (w, p) =>
        {
            w.Number(p.Movement);
            w.Text(p.Account);
            w.Text(p.Use);
            w.Text(p.EndToEndId);
        });
        return to.All;
    }

    /// <summary>The case that an entry keeps; its columns stand on the entry's memory.</summary>
    public static OpenedCase Read(ICacheEntry entry)
    {
        var from = new EntryReader(entry);
        var version = new CaseVersion(from.Contents.Number(), from.Contents.Number());
        var rejects = from.Contents.Number();
        var held = FactSections.Documents(from);
        var facts = FactSections.Read(version, from);
        var ledger = LedgerSections.Read(from);
        var register = RegisterSections.Read(from.Contents);
        return new OpenedCase(version, new Reconciliation(ledger, register, facts, from.List(ReadCheck), from.List(r => new LegPair(r.Row(), r.Row(), r.Text())),
            from.List(r => new UnmatchedLeg(r.Row(), r.Text(), r.Text(), r.Number(), r.Day(), r.Text())), from.List(r => r.Text()),
            from.List(r => new Refusal(r.Text(), r.Text(), r.Text())), from.List(r => new Passage(r.Int(), r.Text(), r.Text(), r.Text()))), rejects, held);
    }

    private static void Write(SectionWriter to, StatementCheck check)
    {
        to.Text(check.Statement);
        to.Text(check.Account);
        to.Text(check.Document.Hex);
        to.Day(check.Period.From);
        to.Day(check.Period.To);
        to.Number(check.Rows);
        to.Number(check.Opening);
        to.Number(check.Closing);
        to.Number(check.Difference);
        to.Flag(check.Reconciles);
        to.Text(check.Reason);
    }

    private static StatementCheck ReadCheck(SectionReader from) => new(from.Text(), from.Text(), new Sha256(from.Text()), new DayRange(from.Day(), from.Day()), from.Int(),
        from.NumberOrNone(), from.NumberOrNone(), from.NumberOrNone(), from.Flag(), from.Text());
}

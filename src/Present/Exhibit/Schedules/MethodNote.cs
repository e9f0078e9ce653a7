using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>The method note: everything a reader needs to re-perform the figures or to attack them.</summary>
internal static class MethodNote
{
    /// <summary>Day groups named one by one; the rest by number (all of them stand in the JSON form).</summary>
    private const int GroupsShownMax = 60;

    public static void Write(HtmlPage page, ExhibitView view)
    {
        page.Raw("<section id=\"method\" class=\"part\">");
        page.Heading(2, "Method note");
        Rule(page, view);
        Order(page, view);
        page.Heading(3, "Conventions");
        page.List(Conventions);
        page.Heading(3, "Choices of method that are open to argument");
        page.List(Judgements);
        Records(page, view);
        Decided(page, view);
        Listed(page, "Further notes", view.MethodNotes, "none");
        page.Heading(3, "Legal profile");
        page.Raw($"<pre>{string.Join('\n', view.Content.ProfileText.Split('\n').Select(l => Markup.Escape(l.TrimEnd('\r'))))}</pre>");
        page.Raw("</section>");
    }

    /// <summary>Definitions A2, A6, A7, C1, C3, C5, C6 in words.</summary>
    private static readonly string[] Conventions =
    [
        "A credit that is itself mixed enters as one parcel with the composition of the debit that paid it; inside a parcel money is always taken in proportion.",
        "Proportional parts are split once a debit, in whole minor units, by largest remainder with a fixed order of ties: rounding is at most one minor unit a debit.",
        "A debit above the balance is paid by the bank; a later credit first repays that debt, and what repays it is spent there.",
        "A purchase is an exchange: what paid the price stands in the asset, and the seller receives the asset's former composition.",
        "Where an account has no records (a gap, a period that does not reconcile), its whole balance leaves the recorded accounts and what returns is unknown money; no gap is bridged.",
        "Amounts reaching an asset are net; sums over hops are never shown as if they were amounts reached.",
        "Rows marked as inferred are out of every figure unless a decision listed below puts them in.",
    ];

    /// <summary>What definitions.md marks as judgement, and the weights.</summary>
    private static readonly string[] Judgements =
    [
        "Money travels in three classes: claims (proceeds of the acts in question), other claimants (identified beneficiaries whose claims are not scored) and free money (own, opening balances, bank, unknown).",
        "An opening balance counts as free money unless a document says otherwise; an unnamed credit from outside the recorded accounts counts as own money.",
        "The third-party shield (indicator CG-3) stands until it is disproved: an unknown answer counts for the third party.",
        "The numbers behind grades (Schedule F) are a convention. They order evidence; they are not measured frequencies.",
    ];

    private static void Rule(HtmlPage page, ExhibitView view)
    {
        page.Heading(3, "Rule");
        var d = view.Description(view.Chosen.Rule);
        page.Paragraph($"The rule was chosen by the user of the program for the whole exhibit: {view.RuleName(view.Chosen.Rule)}. One rule is used for every asset; the other rules stand beside it in Schedule E.");
        foreach (var locked in view.RuleLocks)
        {
            page.Paragraph($"Decision {Wording.Number(locked.Number)} of {locked.On} locks this rule for {view.Names.Target(locked.Subject)}, by {locked.By}: {locked.Reason}");
        }

        if (d is not null)
        {
            page.Paragraph(d.Definition);
            Listed(page, "", d.Authorities.Select(a => "Authority: " + a), "");
        }
    }

    private static void Order(HtmlPage page, ExhibitView view)
    {
        page.Heading(3, "Order of rows");
        page.Paragraph($"Order mode: {view.Content.OrderMode}. Rows of an account stand in the order of its statement; a debit stands before the credit it pays in another account.");
        var groups = view.Ledger.UnevidencedGroups;
        if (groups.Count == 0)
        {
            page.Paragraph("The order of rows is evidenced on every day of every account.");
            return;
        }

        var shown = groups.Take(GroupsShownMax).Select(g => $"{view.Ledger.Accounts[g.Account].Id} on {g.Day}");
        page.Paragraph($"Order not evidenced on {Wording.Count(groups.Count, "day of an account", "days of accounts")} ({Math.Min(groups.Count, GroupsShownMax)} of {groups.Count} named): {string.Join("; ", shown)}. "
            + "The Floor and the day-batch bounds of Schedule E hold whatever that order was.");
    }

    private static void Records(HtmlPage page, ExhibitView view)
    {
        var ledger = view.Ledger;
        page.Heading(3, "Records");
        var inferred = ledger.Flags.Count(f => f.HasFlag(MovementFlags.Inferred));
        var oneSided = ledger.Flags.Count(f => f.HasFlag(MovementFlags.OneSided));
        page.List(
        [
            $"{Wording.Count(ledger.Count, "movement")} in the effective ledger; {Wording.Number(view.Content.Case.Pairs.Count)} reported by both banks, {Wording.Number(oneSided)} by one.",
            $"{Wording.Count(inferred, "movement rests", "movements rest")} on an inferred row.",
            $"{Wording.Count(view.Content.Rejects, "row")} of the source documents could not be read; they are kept and can be listed by the program.",
            $"{Wording.Count(ledger.Breaks.Count, "gap")} between reconciled periods (Schedule A).",
            $"{Wording.Count(ledger.SelfTransfers.Count, "row moves", "rows move")} money from an account to itself: listed in Schedule A, without effect.",
        ]);
        foreach (var hash in view.Withheld.NotPermittedButUsed.Order())
        {
            var name = view.Documents.FirstOrDefault(d => d.Hash == hash)?.Name ?? "";
            page.Paragraph($"Document {view.Rows.Document(hash)} ({name}) has rows in this ledger, yet no permission for use in {view.Header.Purpose} is on record: obtain it, or exclude the document.", "warn");
        }

        Listed(page, "Flags raised while the ledger was made", view.Notes, "none");
        Listed(page, "Identifiers that fail their check digit or code", view.IdentifierFlags.Select(f => $"{f.Id}, {f.Flag.Field} {f.Flag.Text}: {f.Flag.Reason} The row counts all the same."), "none");
        Listed(page, "Refused", view.Refused.Select(r => $"{r.Code}, {r.Subject}: {r.Sentence}"), "nothing was refused");
    }

    private static void Decided(HtmlPage page, ExhibitView view)
    {
        page.Heading(3, "Decisions");
        if (view.Decisions.Count == 0)
        {
            page.Paragraph("No decision was taken: no document is excluded, no row is put in or taken out by hand.");
            return;
        }

        page.Table("Decisions in force or replaced, in the order taken; an excluded document counts in no figure", "", ["No.", "Kind", "Subject", "Value", "By", "Day", "Reason", "Item", "Replaces"],
            view.Decisions.Select(d => Row.Of(Wording.Number(d.Number), d.Kind, Cell.Code(d.Subject), d.Value, d.By, Cell.Day(d.On), d.Reason, d.Item, d.Replaces > 0 ? Wording.Number(d.Replaces) : "")));
    }

    private static void Listed(HtmlPage page, string title, IEnumerable<string> lines, string none)
    {
        var all = lines.ToList();
        if (title.Length > 0)
        {
            page.Heading(3, title);
        }

        if (all.Count > 0)
        {
            page.List(all);
        }
        else if (none.Length > 0)
        {
            page.Paragraph(none + ".");
        }
    }
}

namespace FinInvest.Graph.Ingest.Facts;

/// <summary>On what it all rests: root sources, graded documents, items, explanations and what a person records for the gates.</summary>
internal static class EvidenceFiles
{
    private const string Reliabilities = "ABCDEF";
    private const string Credibilities = "123456";

    public static FactFile Sources { get; } = new("sources", "Root sources: who items rest on in the end.",
    [
        new("id", "bank-a", "id", true),
        new("name", "Bank A", "name", true),
        new("reliability", "B", "A to F, set by a person here"),
        new("country", "KZ", "ISO 3166 code"),
    ], f => new RootSource(f.Id(), f.Text("name"), f.Marks("reliability", false, Reliabilities), f.Text("country")));

    public static FactFile Documents { get; } = new("documents", "What is said of each document as evidence.",
    [
        new("id", "", "id; document and row where empty"),
        new("document", "statement-a.csv", "file name, or at least six hex digits of its hash", true),
        new("root_source", "bank-a", "root source"),
        new("partner", "KZ", "who handed it over"),
        new("grade", "B2", "reliability A to F and credibility 1 to 6; empty = ungraded, not relied on"),
        new("permissions", "court;intelligence", "what it may be used for"),
        new("permission_expires", "", "last day of the permission"),
        new("form_checks", "certified;translated", "required form checks passed"),
        new("form_defects", "", "required form checks not passed"),
        new("request", "MLA-3", "request that it answers"),
        new("text", "", "free text"),
    ], f => new DocumentGrade(f.Id(), f.Text("document"), f.Text("root_source"), f.Text("partner"), f.Marks("grade", false, Reliabilities, Credibilities),
        f.Choices("permissions", "court", "intelligence"), f.DayOrNull("permission_expires"), f.List("form_checks"), f.List("form_defects"), f.Text("request"), f.Text("text")));

    public static FactFile Evidence { get; } = new("evidence", "Items of evidence and the facts they support or contradict.",
    [
        new("id", "I1", "id", true),
        new("root_source", "bank-a", "root source", true),
        new("partner", "KZ", "who handed it over"),
        new("credibility", "2", "1 to 6; empty = ungraded, not relied on"),
        new("supports", "link:S1/31;holder:KZ86125KZT5004100100", "facts, each kind:name, * for all: statement, act, proceeds, transfer, link, holder, holderx, value"),
        new("contradicts", "", "facts it speaks against"),
        new("permissions", "court", "what it may be used for"),
        new("permission_expires", "", "last day of the permission"),
        new("form_checks", "certified", "required form checks passed"),
        new("form_defects", "", "required form checks not passed"),
        new("document", "contract.pdf", "document"),
        new("request", "", "request that it answers"),
        new("text", "", "free text"),
    ], f => new EvidenceItem(f.Id(), f.Text("root_source"), f.Text("partner"), f.Marks("credibility", false, Credibilities), Facts(f, "supports"), Facts(f, "contradicts"),
        f.Choices("permissions", "court", "intelligence"), f.DayOrNull("permission_expires"), f.List("form_checks"), f.List("form_defects"),
        f.Text("document"), f.Text("request"), f.Text("text")));

    public static FactFile Explanations { get; } = new("explanations", "Lawful explanations raised or obvious.",
    [
        new("id", "X1", "id", true),
        new("asset", "flat", "asset", true),
        new("text", "Loan from the holder's mother", "the explanation", true),
        new("status", "open", "open (also where empty), tested_holds or tested_fails"),
        new("item", "", "item of evidence that tested it"),
    ], f => new Explanation(f.Id(), f.Text("asset"), f.Text("text"), f.Choice("status", "open", "tested_holds", "tested_fails"), f.Text("item")));

    public static FactFile RecordedFacts { get; } = new("recorded_facts", "Facts for the gates that a person records.",
    [
        new("id", "", "id; document and row where empty"),
        new("gate", "CG-2", "OC-5, CG-1, CG-2, CG-3, request-list", true),
        new("subject", "flat", "party, asset or element; empty = the whole case"),
        new("answer", "yes", "yes, no or unknown", true),
        new("value", "", "a number where the gate asks for one"),
        new("item", "", "item of evidence"),
        new("text", "", "free text"),
    ], f => new RecordedFact(f.Id(), f.Text("gate"), f.Text("subject"), f.Choice("answer", "unknown", "yes", "no"), f.Text("value"), f.Text("item"), f.Text("text")));

    private static IReadOnlyList<string> Facts(FactFields f, string column)
    {
        string[] kinds = ["statement", "act", "proceeds", "transfer", "link", "holder", "holderx", "value"];
        var list = f.List(column);
        foreach (var fact in list)
        {
            var at = fact.IndexOf(':', StringComparison.Ordinal);
            if (fact != "*" && (at < 0 || at == fact.Length - 1 || !kinds.Contains(fact[..at], StringComparer.Ordinal)))
            {
                f.Fail(RejectCodes.ValueNotKnown, column, fact, "Facts are named kind:name; kinds: " + string.Join(", ", kinds) + ".");
            }
        }

        return list;
    }
}

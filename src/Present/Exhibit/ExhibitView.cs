using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>The content as both forms of the exhibit read it: without what is withheld, with names and cites.</summary>
internal sealed class ExhibitView
{
    private readonly Dictionary<string, int> accounts = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The chosen rule is not among the traces.</exception>
    public ExhibitView(ExhibitContent content)
    {
        Content = content;
        for (var a = 1; a < Ledger.Accounts.Count; a++)
        {
            accounts.TryAdd(Ledger.Accounts[a].Id, a);
        }

        Chosen = content.Traces.FirstOrDefault(t => t.Rule == content.Rule)
            ?? throw new ArgumentException($"The rule '{content.Rule}' is not among the traces: {string.Join(", ", content.Traces.Select(t => t.Rule))}.", nameof(content));
        Header = Facts.Header ?? new CaseHeader("", "", "", "", content.Case.Register.AsOf, []);
        Withheld = new Withholding(content.Case, Header.Purpose, Header.AsOf);
        Names = new Names(Facts);
        Rows = new RowIndex(content.Case, Chosen);
        Items = [.. Facts.All<EvidenceItem>().Where(i => !Withheld.Hides(i.Id))];
        Documents = [.. Facts.Documents.Where(d => !Withheld.Documents.Contains(d.Hash)).OrderBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Hash)];
        Assessments = [.. content.Assessments.Select(Withheld.Of)];
        Explanations = [.. Facts.All<Explanation>().Where(e => !Withheld.Hides(e.Item) && !Withheld.Mentions(e.Text))];
        Decisions = [.. Facts.Decisions.Where(d => !Withheld.Mentions(d.Subject) && !Withheld.Mentions(d.Item) && !Withheld.Mentions(d.Reason))];
        Refused = [.. content.Case.Refused.Where(r => !Withheld.Mentions(r.Subject) && !Withheld.Mentions(r.Sentence))];
        Notes = Withheld.Visible(content.Case.Notes);
        MethodNotes = Withheld.Visible(content.MethodNotes);
        IdentifierFlags = [.. Facts.All<Party>().SelectMany(p => Model.Values.IdentifierFlags.Of(p).Select(f => (p.Id, f))), .. Facts.All<Account>().SelectMany(a => Model.Values.IdentifierFlags.Of(a).Select(f => (a.Id, f)))];
        Bounds = content.Bounds.GroupBy(b => b.Target, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    public ExhibitContent Content { get; }
    public TraceResult Chosen { get; }
    public CaseHeader Header { get; }
    public Withholding Withheld { get; }
    public Names Names { get; }
    public RowIndex Rows { get; }
    public IReadOnlyList<EvidenceItem> Items { get; }
    public IReadOnlyList<SourceDocument> Documents { get; }
    public IReadOnlyList<Assessment> Assessments { get; }
    public IReadOnlyList<Explanation> Explanations { get; }
    public IReadOnlyList<Decision> Decisions { get; }

    /// <summary>Sign-offs of earlier prints, and what this print says of each: none of them covers it.</summary>
    public IEnumerable<(SignOff Signed, string Sentence)> SignOffs => SignOff.Among(Decisions).Select(s => (s, s.Sentence(Content.Version, Facts.Decisions) + " This print is not signed."));

    /// <summary>Decisions in force that lock the rule of an asset of this exhibit.</summary>
    public IEnumerable<Decision> RuleLocks => Facts.Standing(DecisionKinds.Rule).Where(d => Decisions.Contains(d) && Targets.Any(t => t.Target.Split('#')[0] == d.Subject));
    public IReadOnlyList<Refusal> Refused { get; }
    public IReadOnlyList<string> Notes { get; }
    public IReadOnlyList<string> MethodNotes { get; }

    /// <summary>Identifiers of parties and accounts that fail their check, with the id of the party or account.</summary>
    public IReadOnlyList<(string Id, IdentifierFlag Flag)> IdentifierFlags { get; }
    public IReadOnlyDictionary<string, BoundsResult> Bounds { get; }
    public Ledger Ledger => Content.Case.Ledger;
    public Register Register => Content.Case.Register;
    public CaseFacts Facts => Content.Case.Facts;

    /// <summary>Targets of the exhibit, in the order of the chosen trace.</summary>
    public IReadOnlyList<TargetTrace> Targets => Chosen.Targets;

    public Assessment? AssessmentOf(string target) => Assessments.FirstOrDefault(a => a.Target == target);
    public Acquisition? AcquisitionOf(string target) => Register.Acquisitions.FirstOrDefault(a => a.Key == target);
    public RuleDescription? Description(string rule) => Content.Rules.FirstOrDefault(r => r.Id == rule);
    public string RuleName(string rule) => Description(rule)?.Name is { Length: > 0 } name ? name : rule;
    public string Money(long minor, string currency) => Names.Money(minor, currency);

    /// <summary>An amount for a column whose head names the currency.</summary>
    public string Amount(long minor, string currency) => Model.Values.Money.Format(minor, Names.Exponent(currency), " ");

    /// <summary>"12 of it ..." cites of Schedules E and F count targets in the order shown.</summary>
    public string Cite(string schedule, string target)
    {
        for (var i = 0; i < Targets.Count; i++)
        {
            if (Targets[i].Target == target)
            {
                return RowIndex.Cite(schedule, i + 1);
            }
        }

        return "";
    }

    /// <summary>An account of the ledger by id; null for OUTSIDE and for ids the ledger does not know.</summary>
    public LedgerAccount? LedgerAccountOf(string id) => accounts.TryGetValue(id, out var index) ? Ledger.Accounts[index] : null;

    public string CurrencyOf(string account) => LedgerAccountOf(account)?.Currency ?? "";

    /// <summary>What an item of evidence is: its own words, or the document it is.</summary>
    public string Describe(string item)
    {
        var words = Items.FirstOrDefault(i => i.Id == item)?.Text ?? "";
        if (words.Length > 0)
        {
            return words;
        }

        var grade = Facts.All<DocumentGrade>().FirstOrDefault(g => g.Id == item);
        var document = Documents.FirstOrDefault(d => d.Hash.Hex == item || (grade is not null && Withholding.Names(grade.Document, d)));
        return string.Join(", ", new[] { document?.Name ?? "", grade?.Text ?? "" }.Where(w => w.Length > 0));
    }

    /// <summary>"claim", or "claim 2" where there are several: the long names stand once at the head of Schedule C.</summary>
    public string ShortOwner(string label)
    {
        var claims = Register.Owners.Claims;
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].Label == label)
            {
                return claims.Count == 1 ? "claim" : $"claim {Wording.Number(i + 1L)}";
            }
        }

        return Names.Owner(label);
    }

    public RowText? TextOf(RowKey? row) => row is { } key && Content.Texts is { } texts && texts.TryGetValue(key, out var text) ? text : null;

    /// <summary>Who stands on the other side of a movement: the account and its holder, or what the bank's row says where nobody has rows.</summary>
    public string Counterparty(int account, RowKey? row)
    {
        if (account != LedgerAccount.Outside)
        {
            return AccountLabel(Ledger.Accounts[account].Id);
        }

        var text = TextOf(row)?.CounterpartyName ?? "";
        return text.Length > 0 ? text : "outside the recorded accounts";
    }

    public string AccountLabel(string id) => Names.Holders(id) is { Length: > 0 } holders ? $"{id} ({holders})" : id;
}

using System.Globalization;
using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess.Tiers;

/// <summary>
/// Gates that a person answers in recorded_facts.csv (rating 2.6): yes, no or unknown. No answer is unknown; of several answers to one question the
/// most cautious counts. An answer that rests on an item falls with it.
/// </summary>
internal sealed class RecordedGates
{
    private readonly AssessmentContext context;
    private readonly IReadOnlyList<RecordedFact> facts;
    private readonly IReadOnlyList<(string Subject, string Text)> persons;

    public RecordedGates(AssessmentContext context)
    {
        this.context = context;
        facts = [.. context.Facts.All<RecordedFact>()];
        persons = PersonsOnPath.Of(context);
    }

    /// <summary>OC-5 for every person on the best path.</summary>
    public IEnumerable<GateResult> Identity(EvidenceVariant? variant)
    {
        var limit = context.Profile.Gates.Identity;
        var needed = $"at least {AssessmentContext.Text((double)limit)} for every person on the best path";
        if (persons.Count == 0)
        {
            yield return new GateResult("OC-5", "missing", "n/a", needed, "No person stands on the path: record who holds its accounts in holders.csv.");
        }

        foreach (var (subject, text) in persons)
        {
            var answer = subject.Length == 0 ? Answer.Unknown : Ask("OC-5", variant, subject, "");
            var gate = "OC-5 " + text;
            yield return answer.Pass(a => a >= limit) switch
            {
                true => new GateResult(gate, "pass", answer.Text, needed, ""),
                false => new GateResult(gate, "fail", answer.Text, needed, $"The identity of {text} is not resolved well enough: confirm it by an exact number or by its bank."),
                _ => new GateResult(gate, "missing", answer.Text, needed, subject.Length == 0 ? $"Record who holds {text} in holders.csv, then the answer."
                    : $"Is the identity of {text} resolved? Add a line to recorded_facts.csv: gate OC-5, subject {subject}, answer yes or no."),
            };
        }
    }

    /// <summary>CG-2: every lawful explanation that was raised is tested, and a person says that this is all of them.</summary>
    public GateResult Explanations(EvidenceVariant? variant)
    {
        const string Needed = "every lawful explanation tested";
        var raised = context.Facts.All<Explanation>().Where(e => e.Asset == context.Asset || e.Asset == context.Request.Target).ToList();
        var open = raised.Where(e => e.Status == "open" || Gone(variant, e.Item)).ToList();
        if (open.Count > 0)
        {
            return new GateResult("CG-2", "fail", $"{open.Count} of {raised.Count} open", Needed, string.Join("; ", open.Select(e => $"test explanation {e.Id} ({e.Text})")) + ".");
        }

        var answer = Ask("CG-2", variant, context.Request.Target, context.Asset);
        return answer.Pass(a => a >= 1) switch
        {
            true => new GateResult("CG-2", "pass", raised.Count == 0 ? answer.Text : $"{answer.Text}; {raised.Count} of {raised.Count} tested", Needed, ""),
            false => new GateResult("CG-2", "fail", answer.Text, Needed, "A person has recorded that lawful explanations are not tested: test them, then record CG-2 yes."),
            _ => new GateResult("CG-2", "missing", answer.Text, Needed,
                $"Are all lawful explanations tested? Add a line to recorded_facts.csv: gate CG-2, subject {Subject()}, answer yes or no."),
        };
    }

    /// <summary>CG-3: does the third-party shield stand? Unknown counts as yes until it is disproved (definitions H12).</summary>
    public GateResult Shield(EvidenceVariant? variant)
    {
        var limit = context.Profile.Gates.Shield;
        var needed = $"below {AssessmentContext.Text((double)limit)}";
        var answer = Ask("CG-3", variant, context.Request.Target, context.Asset);
        return answer.Pass(a => a < limit) switch
        {
            true => new GateResult("CG-3", "pass", answer.Text, needed, ""),
            false => new GateResult("CG-3", "fail", answer.Text, needed, "The holder is likely a third party in good faith: disprove market price, lack of affiliation or lack of notice."),
            _ => new GateResult("CG-3", "fail", "unknown: the shield stands", needed,
                $"Does the third-party shield stand? Add a line to recorded_facts.csv: gate CG-3, subject {Subject()}, answer no once it is disproved."),
        };
    }

    /// <summary>CG-1 as a person answers it: have the contradictions been reviewed and found clear?</summary>
    public GateResult ContradictionsReviewed(EvidenceVariant? variant)
    {
        const string Needed = "clear";
        var answer = Ask("CG-1", variant, context.Request.Target, context.Asset);
        return answer.Pass(a => a >= 1) switch
        {
            true => new GateResult("CG-1 reviewed", "pass", answer.Text, Needed, ""),
            false => new GateResult("CG-1 reviewed", "fail", answer.Text, Needed, "A person has recorded an open contradiction: resolve it, then record CG-1 yes."),
            _ => new GateResult("CG-1 reviewed", "missing", answer.Text, Needed,
                $"Has a person looked for what speaks against this link, and is it clear? Add a line to recorded_facts.csv: gate CG-1, subject {Subject()}, answer yes or no."),
        };
    }

    /// <summary>Fields of the request list, one gate each; none = no request list yet.</summary>
    public IReadOnlyList<GateResult> RequestList(EvidenceVariant? variant) =>
    [
        .. facts.Where(f => f.Gate == "request-list").Select(f => f.Subject).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(field =>
        {
            var answer = Ask("request-list", variant, field);
            var filled = answer.Pass(a => a >= 1) == true;
            return new GateResult($"request list: {field}", filled ? "pass" : "missing", answer.Text, "filled", filled ? "" : $"fill the field {field} of the request");
        }),
    ];

    private string Subject() => context.Asset.Length > 0 ? context.Asset : context.Request.Target;

    /// <summary>The answer for the first of these subjects that has one, else for the whole case.</summary>
    private Answer Ask(string gate, EvidenceVariant? variant, params ReadOnlySpan<string> subjects)
    {
        foreach (var subject in subjects)
        {
            if (subject.Length > 0 && Of(gate, subject, variant) is { } answer)
            {
                return answer;
            }
        }

        return Of(gate, "", variant) ?? Answer.Unknown;
    }

    private Answer? Of(string gate, string subject, EvidenceVariant? variant)
    {
        var about = facts.Where(f => f.Gate == gate && f.Subject == subject).ToList();
        if (about.Count == 0)
        {
            return null;
        }

        // CG-3 asks for what speaks against the claim, so there "yes" is the cautious answer; elsewhere "no" is.
        var answers = about.Where(f => !Gone(variant, f.Item)).Select(Read).ToList();
        var known = answers.Where(a => a.Value is not null).Select(a => a.Value!.Value).ToList();
        return answers.Count < about.Count || answers.Any(a => a.Value is null) ? known.Any(v => gate == "CG-3" ? v >= 1 : v <= 0) ? new Answer(gate == "CG-3" ? 1 : 0) : Answer.Unknown
            : new Answer(gate == "CG-3" ? known.Max() : known.Min());
    }

    private static Answer Read(RecordedFact fact) => fact.Answer switch
    {
        "yes" => new Answer(decimal.TryParse(fact.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 1),
        "no" => new Answer(0),
        _ => Answer.Unknown,
    };

    /// <summary>An answer cannot rest on what is taken away, nor on what may not be used for this purpose.</summary>
    private bool Gone(EvidenceVariant? variant, string item) =>
        item.Length > 0 && (variant?.Gone.Contains(item) == true || context.Evidence.Withheld.Any(w => w.Item == item));
}

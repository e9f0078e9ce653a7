using System.Globalization;
using FinInvest.Graph.Assess.Indicators;
using FinInvest.Graph.Assess.Profiles;
using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess;

/// <summary>What indicators and gates read: the request, and what was computed from it once. Link, Calculator, Support and All are null when nothing was traced.</summary>
internal sealed class AssessmentContext
{
    private readonly Dictionary<string, IndicatorValue> values = new(StringComparer.Ordinal);
    private readonly Lazy<CorridorCoverage> coverage;

    public AssessmentContext(AssessRequest request)
    {
        Request = request;
        Target = request.Trace.Targets.FirstOrDefault(t => t.Target == request.Target)
            ?? throw new ArgumentException($"The trace under {request.Trace.Rule} has no target '{request.Target}'. Targets: {string.Join(", ", request.Trace.Targets.Select(t => t.Target))}.", nameof(request));
        Theta = request.Theta is { } theta ? (decimal)theta : request.Profile.Theta;
        Evidence = EvidenceFile.Read(request.Case.Facts, request.Profile, request.Purpose, request.AsOf);
        coverage = new Lazy<CorridorCoverage>(() => CorridorCoverage.Of(request.Case, request.Target));
        if (Target is { Traced: > 0, Flow: { } flow })
        {
            Link = new LinkModel(flow, new ElementNames(request.Case.Ledger, request.Case.Register, request.Case.Facts), Evidence.Relied, Theta);
            Calculator = new SupportCalculator(Link, Scheme);
            Support = Calculator.Support(Theta);
            All = EvidenceVariant.Without(Link, Calculator, _ => false);
        }
    }

    public AssessRequest Request { get; }
    public Profile Profile => Request.Profile;
    public Schemes.Scheme Scheme => Profile.Scheme;
    public Ledger Ledger => Request.Case.Ledger;
    public CaseFacts Facts => Request.Case.Facts;
    public TargetTrace Target { get; }

    /// <summary>The asset of the target, or "" for a closing balance.</summary>
    public string Asset => Request.Case.Register.Acquisitions.FirstOrDefault(a => a.Key == Request.Target)?.Asset ?? "";
    public decimal Theta { get; }
    public EvidenceFile Evidence { get; }
    public LinkModel? Link { get; }
    public SupportCalculator? Calculator { get; }
    public SupportResult? Support { get; }

    /// <summary>All relied evidence: nothing taken away.</summary>
    public EvidenceVariant? All { get; }

    /// <summary>The n-1 table; set once it is made, before the indicators that read it.</summary>
    public IReadOnlyList<WithoutRow> Without { get; set; } = [];
    public CorridorCoverage Coverage => coverage.Value;

    /// <summary>An indicator's value, measured once.</summary>
    public IndicatorValue Value(IIndicator indicator)
    {
        if (!values.TryGetValue(indicator.Code, out var value))
        {
            value = indicator.Measure(this);
            values.Add(indicator.Code, value);
        }

        return value;
    }

    /// <summary>An amount in the target's currency, e.g. "1 250 000.00 KZT".</summary>
    public string Amount(long minor) => Amount(minor, Target.Currency);

    public string Amount(long minor, string currency)
    {
        var known = Facts.Header?.Currencies.FirstOrDefault(c => c.Code == currency) ?? default;
        return new Money(minor, known.Code is null ? new Currency(currency, 0) : known).ToString();
    }

    /// <summary>A number between 0 and 1 with at most four decimals.</summary>
    public static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}

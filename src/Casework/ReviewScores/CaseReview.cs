using FinInvest.Graph.Assess;
using FinInvest.Graph.Assess.Profiles;
using FinInvest.Graph.Casework.Budgets;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Orders;
using FinInvest.Graph.Trace.Ownership;
using FinInvest.Graph.Trace.Paths;
using FinInvest.Graph.Trace.Rules;

namespace FinInvest.Graph.Casework.ReviewScores;

/// <summary>The use case "review linkage": runs Trace and Assess for the targets asked and keeps each result, so that a table and an exhibit cannot differ.</summary>
public sealed class CaseReview(CaseFile file)
{
    /// <summary>Work that the order modes of a review may take a rule; a question about them alone may take more.</summary>
    private const long ReviewLegVisitsMax = 2_000_000;

    private readonly Dictionary<string, TraceResult> traces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<OrderRange>> ranges = new(StringComparer.Ordinal);

    public CaseFile File => file;

    /// <summary>Targets of a question: those typed, else every asset of the case.</summary>
    /// <exception cref="CaseQuestionException">The case has no asset and none was typed.</exception>
    public IReadOnlyList<string> Targets(IReadOnlyList<string> typed)
    {
        IReadOnlyList<string> targets = typed.Count > 0 ? [.. typed.Select(file.Target)] : [.. file.Reconciliation.Register.Acquisitions.Select(a => a.Key)];
        return targets.Count > 0 ? targets
            : throw new CaseQuestionException("The case has no asset with a cost line yet. Ask for a closing balance: balance:ACCOUNT.");
    }

    /// <exception cref="CaseQuestionException">No such rule.</exception>
    public static TracingRule Rule(string id) => RuleCatalogue.All.FirstOrDefault(r => r.Id == id)
        ?? throw new CaseQuestionException($"There is no rule '{id}'. Rules: {string.Join(", ", RuleCatalogue.All.Select(r => r.Id))}.");

    /// <summary>One rule over the whole ledger, with Schedule C for the accounts given, and with the traced flow where links are to be rated.</summary>
    public TraceResult Trace(string rule, IReadOnlyList<string> targets, IReadOnlyList<string> ledgerAccounts, bool withFlow = false)
    {
        var key = rule + (withFlow ? "+" : "") + "\n" + string.Join('\n', targets) + "\n\n" + string.Join('\n', ledgerAccounts);
        if (!traces.TryGetValue(key, out var result))
        {
            Rule(rule);
            result = Tracer.Run(file.Reconciliation, rule, new TraceOptions(targets, ledgerAccounts, withFlow));
            traces[key] = result = file.Extent is not { } part ? result : result with { Closing = [.. result.Closing.Where(c => part.Needed.Contains(c.Account))] };
        }

        return result;
    }

    /// <summary>Every conserving rule side by side.</summary>
    public IReadOnlyList<TraceResult> Compare(IReadOnlyList<string> targets) => [.. ComparedRules.Select(r => Trace(r, targets, []))];

    /// <summary>Ids of the rules that are compared.</summary>
    public static IReadOnlyList<string> ComparedRules => [.. RuleCatalogue.All.Where(r => r.Conserving && !r.IsNamedMode).Select(r => r.Id)];

    /// <summary>What each rule traces over the orders that days without evidenced order may have had.</summary>
    /// <param name="inFull">Up to the limits of definitions D6; otherwise within the work that a review allows.</param>
    public IReadOnlyList<OrderRange> Orders(IReadOnlyList<string> rules, IReadOnlyList<string> targets, bool inFull)
    {
        var key = $"{inFull}\n{string.Join('\n', rules)}\n\n{string.Join('\n', targets)}";
        if (!ranges.TryGetValue(key, out var result))
        {
            foreach (var rule in rules)
            {
                Rule(rule);
            }

            ranges[key] = result = OrderModes.Run(file.Reconciliation, rules, targets, new TraceOptions(), inFull ? new OrderOptions() : new OrderOptions(LegVisitsMax: ReviewLegVisitsMax));
        }

        return result;
    }

    /// <summary>
    /// The methods that do not conserve claim money: they may lie outside [L, U] and are never mixed with the rules. Of what they say, the figures of the
    /// targets and of the case as one pool; those of single accounts are had by asking for "balance:ACCOUNT".
    /// </summary>
    /// <param name="told">What the methods are told; null = nothing: every account is the pool, no threshold, no day of action.</param>
    /// <exception cref="CaseQuestionException">The pool names an account that the case has no rows of.</exception>
    public IReadOnlyList<OtherFigure> OtherFigures(IReadOnlyList<string> targets, OtherRuleOptions? told = null)
    {
        RequireWhole("A method that does not conserve money");
        if (told?.Pool?.FirstOrDefault(a => AccountCurrency(a) is null) is { } missing)
        {
            throw new CaseQuestionException($"The pool names account '{missing}', of which the case has no rows. `fininvest status` lists its accounts.");
        }

        // Of section 984 the figures are by account: a person who gives the day asks for them.
        var wanted = targets.Append("pool").ToHashSet(StringComparer.Ordinal);
        return [.. OtherRuleCatalogue.All.SelectMany(r => r.Run(file.Reconciliation, told ?? new OtherRuleOptions())).Where(f => wanted.Contains(f.Subject) || (f.Rule == Section984Rule.Code && told?.ActionDay is not null))];
    }

    /// <summary>
    /// Bounds of each target, and joint ones: of all together where the case has the rates for it, else of those of one currency. With the floor by tier of
    /// proof where the case relies on any evidence.
    /// </summary>
    public IReadOnlyList<BoundsResult> Bounds(IReadOnlyList<string> targets) => file.Extent is null ? AllBounds(targets)
        : [.. AllBounds(targets).Select(b => b with { UpperOut = b.Cost, FloorUpperOut = b.Cost, UpperOutCut = [], Note = b.Note.Length == 0 ? CorridorExtent.OutsideSentence : $"{b.Note}; {CorridorExtent.OutsideSentence}" })];

    private IReadOnlyList<BoundsResult> AllBounds(IReadOnlyList<string> targets)
    {
        var byCurrency = targets.GroupBy(CurrencyOf, StringComparer.Ordinal).ToList();
        var proof = new HopProofs(file.Reconciliation, Profile());
        var options = new BoundsOptions(WithSet: targets.Count > 1, Proof: proof.AnyItem ? new HopTiers(HopProofs.Tiers, proof.TierOf) : null);
        if (byCurrency.Count == 1 || file.Reconciliation.Ledger.Accounts.Skip(1).Select(a => a.Currency).Concat(byCurrency.Select(g => g.Key)).All(file.Reconciliation.Register.Rates.ContainsKey))
        {
            return BoundsCalculator.Compute(file.Reconciliation, targets, options);
        }

        var results = byCurrency.SelectMany(g => BoundsCalculator.Compute(file.Reconciliation, [.. g], options with { WithSet = g.Skip(1).Any() })).ToList();
        return [.. targets.Select(t => results.First(r => r.Target == t)), .. results.Where(r => !targets.Contains(r.Target, StringComparer.Ordinal))];
    }

    /// <summary>Currency of an account of the ledger; null where it has none of that name.</summary>
    public string? AccountCurrency(string account) => file.Reconciliation.Ledger.AccountIndex(account) is var a and > 0 ? file.Reconciliation.Ledger.Accounts[a].Currency : null;

    private string CurrencyOf(string target) => target.StartsWith("balance:", StringComparison.Ordinal)
        ? file.Reconciliation.Ledger.Accounts[file.Reconciliation.Ledger.AccountIndex(target["balance:".Length..])].Currency
        : file.Reconciliation.Register.Acquisitions.First(a => a.Key == target).Currency;

    /// <summary>What paths may be asked to: a target of money, or a party, company or asset that is tied to accounts.</summary>
    /// <exception cref="CaseQuestionException">It is neither.</exception>
    public string PathTarget(string typed)
    {
        var bought = file.Reconciliation.Register.Acquisitions.Any(a => a.Key == typed || a.Asset == typed);
        var tied = !bought && (file.Facts.All<Party>().Any(p => p.Id == typed) || file.Facts.All<Asset>().Any(a => a.Id == typed) || file.Facts.All<OwnershipInterest>().Any(i => i.Owner == typed || i.Target == typed));
        if (tied)
        {
            RequireWhole("A path to a party or company");
        }

        return tied ? typed : file.Target(typed);
    }

    /// <summary>The best paths to a target; where they are ranked by evidence, by the weights of the case's relied items.</summary>
    public PathResult Paths(string target, PathOptions options)
    {
        if (options.LeadsMax > 0 || options.From?.StartsWith("party:", StringComparison.Ordinal) == true)
        {
            RequireWhole("A lead, or a path from a party,");
        }

        return PathFinder.Find(file.Reconciliation, target, options is { Key: "evidence", HopWeights: null } ? options with { HopWeights = HopWeights() } : options);
    }

    private void RequireWhole(string what)
    {
        if (file.Extent is not null)
        {
            throw new CaseRefusalException($"{what} rests on the whole case, which has more rows than the budget: raise --budget-rows.");
        }
    }

    /// <summary>How well each movement is proved as what it is on a path: a named credit, a purchase, else a transfer.</summary>
    private double[] HopWeights()
    {
        var (ledger, register) = (file.Reconciliation.Ledger, file.Reconciliation.Register);
        var proof = new HopProofs(file.Reconciliation, Profile());
        var weights = new double[ledger.Count];
        for (var m = 0; m < weights.Length; m++)
        {
            weights[m] = ledger.Debited[m] > 0 && ledger.Credited[m] > 0 ? proof.WeightOf(new FlowHop("transfer", m)) : 0;
        }

        foreach (var (a, line) in register.Acquisitions.SelectMany(a => a.Lines.Where(l => l.Movement >= 0).Select(l => (a, l))))
        {
            weights[line.Movement] = proof.WeightOf(new FlowHop("purchase", line.Movement, Target: a.Asset));
        }

        foreach (var mark in register.Claims.Where(c => ledger.Debited[c.Movement] == LedgerAccount.Outside))
        {
            weights[mark.Movement] = proof.WeightOf(new FlowHop("proceeds", mark.Movement, register.Owners.Labels[mark.Owner]));
        }

        return weights;
    }

    public OwnershipResult Owners(string target, Day? at) => OwnershipAnalyst.Owners(file.Facts, target, at ?? AsOf);

    /// <summary>Who owns and controls what, and who is affiliated with whom.</summary>
    public OwnershipReview Ownership => new(file.Facts, AsOf);

    public Day AsOf => file.Reconciliation.Register.AsOf;

    /// <summary>The four numbers and their reasons for each target under one rule.</summary>
    public IReadOnlyList<Assessment> Assess(string rule, IReadOnlyList<string> targets, IReadOnlyList<BoundsResult>? bounds = null, double? theta = null)
    {
        var profile = Profile();
        // CO-2 compares what was charged with what is claimed in all assets together, so all are traced whatever was asked.
        IReadOnlyList<string> all = [.. file.Reconciliation.Register.Acquisitions.Select(a => a.Key).Union(targets, StringComparer.Ordinal)];
        var trace = Trace(rule, all, [], withFlow: true);
        var orders = Orders(profile.Rules, targets, inFull: false);
        IReadOnlyList<TraceResult> others = [.. profile.Rules.Select(r => Trace(r, all, [])), .. orders.SelectMany(o => new[] { o.Worst, o.Best }).OfType<TraceResult>()];
        var note = orders.Select(o => o.Sentence).FirstOrDefault("");
        var limits = bounds ?? Bounds(targets);
        return [.. targets.Select(t => Assessor.Assess(new AssessRequest(file.Reconciliation, trace, t, others, limits.FirstOrDefault(b => b.Target == t), Paths(t, new PathOptions()), OwnershipOf(t), profile, theta, OrderNote: note)))];
    }

    /// <summary>The profile the case header names; KZ-CC48 where it names none.</summary>
    /// <exception cref="CaseRefusalException">The header names a profile that is not known.</exception>
    public Profile Profile()
    {
        var named = file.Facts.Header?.Profile ?? "KZ-CC48";
        return Profiles.All.Any(p => string.Equals(p.Id, named, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Label, named, StringComparison.OrdinalIgnoreCase)) ? Profiles.Get(named)
            : throw new CaseRefusalException($"case.csv names the profile '{named}', which is not known. Profiles: {string.Join(", ", Profiles.All.Select(p => p.Label))}. Exclude case.csv and load a corrected one.");
    }

    /// <summary>Decimals of a currency in this case.</summary>
    public int Decimals(string currency)
    {
        foreach (var known in file.Facts.Header?.Currencies ?? [])
        {
            if (known.Code == currency)
            {
                return known.Exponent;
            }
        }

        return CurrencyCode.TryExponent(currency, out var exponent) ? exponent : 2;
    }

    /// <summary>Who is behind the asset, where the register says anything of its holder.</summary>
    public OwnershipResult? OwnershipOf(string target)
    {
        var asset = target.Split('#')[0];
        var holder = file.Facts.All<Asset>().FirstOrDefault(a => a.Id == asset)?.Holder ?? "";
        var known = file.Facts.All<OwnershipInterest>().Any(i => i.Target == asset || i.Target == holder);
        return known ? Owners(file.Facts.All<OwnershipInterest>().Any(i => i.Target == asset) ? asset : holder, null) : null;
    }
}

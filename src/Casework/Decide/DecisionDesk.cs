using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Decide;

/// <summary>The use case "decide": checks that a decision speaks of something the case knows, and appends it.</summary>
public sealed class DecisionDesk(ICaseGraph graph)
{
    /// <exception cref="CaseQuestionException">The subject is not in the case, or who or why is missing.</exception>
    /// <exception cref="CaseRefusalException">The asset's rule is locked by a decision that this one does not replace.</exception>
    public async Task<(CaseVersion Version, Decision Decision)> DecideAsync(Decision decision, CancellationToken ct)
    {
        if (decision.By.Length == 0 || decision.Reason.Length == 0)
        {
            throw new CaseQuestionException("A decision needs who took it (--by) and why (--reason).");
        }

        if (!DecisionKinds.Typed.Contains(decision.Kind, StringComparer.Ordinal))
        {
            throw new CaseQuestionException($"'{decision.Kind}' is no kind of decision that is typed: {string.Join(", ", DecisionKinds.Typed)}.");
        }

        var version = await graph.VersionAsync(ct);
        var facts = await graph.FactsAsync(version, ct);
        var stored = decision with { Number = version.Decisions + 1, Subject = Resolve(decision, facts), Value = InMinorUnits(decision, facts) };
        Check(stored, facts);
        CheckRule(stored, facts);
        if (stored.Replaces > version.Decisions)
        {
            throw new CaseQuestionException($"Decision {stored.Replaces} does not exist: the case has {version.Decisions}.");
        }

        return (await graph.DecideAsync([stored], version, ct), stored);
    }

    /// <summary>A document may be named by file name or by the first hex digits of its hash; it is stored by its whole hash.</summary>
    private static string Resolve(Decision decision, CaseFacts facts)
    {
        if (decision.Kind is not (DecisionKinds.Exclude or DecisionKinds.Include))
        {
            return decision.Subject;
        }

        var hits = facts.Documents.Where(d => d.Name == decision.Subject || (decision.Subject.Length >= 6 && d.Hash.Hex.StartsWith(decision.Subject, StringComparison.Ordinal))).ToList();
        return hits.Count switch
        {
            1 => hits[0].Hash.Hex,
            0 => throw new CaseQuestionException($"The case has no document '{decision.Subject}'. `fininvest status --documents` lists them."),
            _ => throw new CaseQuestionException($"'{decision.Subject}' fits {hits.Count} documents; name one by its hash: {string.Join(", ", hits.Select(h => h.Hash.Short(12)))}."),
        };
    }

    /// <summary>Proceeds "EPISODE 1250.50" are stored as "EPISODE 125050": the amount in minor units of the episode's currency.</summary>
    private static string InMinorUnits(Decision decision, CaseFacts facts)
    {
        var parts = decision.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (decision.Kind != DecisionKinds.Proceeds || parts.Length != 2)
        {
            return decision.Value;
        }

        var currency = facts.All<Episode>().FirstOrDefault(e => e.Id == parts[0])?.Currency ?? "";
        var exponent = facts.Header?.Currencies.Where(c => c.Code == currency).Select(c => c.Exponent).FirstOrDefault(2) ?? 2;
        var scale = 1m;
        for (var i = 0; i < exponent; i++)
        {
            scale *= 10;
        }

        return decimal.TryParse(parts[1], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var amount) && amount * scale == decimal.Truncate(amount * scale)
            ? $"{parts[0]} {(long)(amount * scale)}"
            : throw new CaseQuestionException($"'{parts[1]}' is no amount of {currency} with {exponent} decimals: type it like 1250.50.");
    }

    private static void Check(Decision decision, CaseFacts facts)
    {
        switch (decision.Kind)
        {
            case DecisionKinds.Pairing when decision.Subject.Split('=').Length != 2 || decision.Value is not ("confirm" or "reject"):
                throw new CaseQuestionException("A pairing is ROW=ROW with the value confirm or reject.");
            case DecisionKinds.Relied when decision.Value is not ("yes" or "no"):
                throw new CaseQuestionException("Relied on: say yes or no.");
            case DecisionKinds.Relied or DecisionKinds.Contradiction when !KnowsItem(decision.Subject, facts):
                throw new CaseQuestionException($"The case has no evidence item '{decision.Subject}'.");
            case DecisionKinds.Contradiction when decision.Item.Length == 0:
                throw new CaseQuestionException("A contradiction is resolved by an item: name it with --item.");
            case DecisionKinds.Replenishment when decision.Value is not ("yes" or "no"):
                throw new CaseQuestionException("Was the credit paid in to restore what was taken? Say yes or no.");
            case DecisionKinds.Account when decision.Value is not ("conduit" or "pooled" or "ordinary"):
                throw new CaseQuestionException("Whose money does the account hold? Say conduit, pooled or ordinary.");
            case DecisionKinds.Proceeds when !facts.All<Episode>().Any(e => e.Id == decision.Value.Split(' ')[0]):
                throw new CaseQuestionException($"The case has no episode '{decision.Value.Split(' ')[0]}'.");
            case DecisionKinds.Rule when !facts.All<Asset>().Any(a => a.Id == decision.Subject):
                throw new CaseQuestionException($"The case has no asset '{decision.Subject}'. A rule is locked for an asset: fininvest decide rule FLAT own-first");
            case DecisionKinds.Asset when !facts.All<Asset>().Any(a => a.Id == decision.Value.Split(' ', '#')[0]):
                throw new CaseQuestionException($"The case has no asset '{decision.Value.Split(' ', '#')[0]}'.");
            default:
                return;
        }
    }

    private static void CheckRule(Decision decision, CaseFacts facts)
    {
        if (decision.Kind != DecisionKinds.Rule)
        {
            return;
        }

        CaseReview.Rule(decision.Value);
        if (RuleLocks.Of(facts, decision.Subject) is { } locked && locked.Number != decision.Replaces)
        {
            throw new CaseRefusalException(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"Decision {locked.Number} ({locked.By}, {locked.On}) locks {locked.Subject} to {locked.Value}: {locked.Reason}. To change it, replace it: --replaces {locked.Number}"));
        }

        if (decision.Replaces > 0 && !facts.Decisions.Any(d => d.Number == decision.Replaces && d.Kind == DecisionKinds.Rule && d.Subject == decision.Subject))
        {
            throw new CaseQuestionException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Decision {decision.Replaces} locks no rule of {decision.Subject}."));
        }
    }

    private static bool KnowsItem(string id, CaseFacts facts) => facts.All<EvidenceItem>().Any(e => e.Id == id)
        || facts.Documents.Any(d => d.Name == id || (id.Length >= 6 && d.Hash.Hex.StartsWith(id, StringComparison.Ordinal)));
}

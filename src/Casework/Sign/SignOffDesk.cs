using System.Globalization;
using FinInvest.Graph.Casework.Verify;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Sign;

/// <summary>
/// The use case "sign off": a second person stands for an exhibit. The exhibit is made again first, so that nobody signs what this case does not give; the signature is a
/// decision after it, so that the exhibit's bytes and hash stay as they are.
/// </summary>
public sealed class SignOffDesk(ICaseGraph graph)
{
    /// <param name="json">The exhibit's JSON form.</param>
    /// <exception cref="ArgumentException">It is no exhibit.</exception>
    /// <exception cref="CaseQuestionException">Who or why is missing.</exception>
    /// <exception cref="CaseRefusalException">The case gives another exhibit, or the person is not a second one.</exception>
    public async Task<(CaseVersion Version, SignOff Signed)> SignAsync(string json, string by, string role, string comment, Day on, CancellationToken ct)
    {
        if (Letters(by).Length == 0 || comment.Trim().Length == 0)
        {
            throw new CaseQuestionException("A sign-off needs who signs (--by) and a comment (--comment).");
        }

        var verdict = await new ExhibitCheck(graph).CheckAsync(json, ct);
        if (!verdict.IsSame)
        {
            throw new CaseRefusalException($"Nothing was signed. {string.Join(" ", verdict.Sentences(verdict.Head.Program))}");
        }

        var now = await graph.VersionAsync(ct);
        var decisions = (await graph.FactsAsync(now, ct)).Decisions;
        var head = verdict.Head;
        RequireSecondPerson(by, head.Preparer, decisions.Where(d => d.Number <= head.Version.Decisions));
        if (verdict.SignOffs.FirstOrDefault(s => Letters(s.By) == Letters(by)) is { } already)
        {
            throw new CaseRefusalException(string.Create(CultureInfo.InvariantCulture, $"{already.By} has signed this exhibit off already: decision {already.Number} of {already.On}."));
        }

        var signed = new SignOff(now.Decisions + 1, head.ContentHash, head.Version, head.Rule, head.OrderMode, head.Profile, head.Scheme, head.Program, head.Targets, by.Trim(), role.Trim(), on, comment.Trim());
        return (await graph.DecideAsync([signed.ToDecision()], now, ct), signed);
    }

    private static void RequireSecondPerson(string by, string preparer, IEnumerable<Decision> decisions)
    {
        if (Letters(preparer).Length == 0)
        {
            throw new CaseRefusalException("This exhibit names no preparer, so nobody can tell who a second person is. State one in case.csv (preparer), and make the exhibit again.");
        }

        if (Letters(preparer) == Letters(by))
        {
            throw new CaseRefusalException($"{by} prepared this exhibit: a second person signs it off.");
        }

        if (decisions.FirstOrDefault(d => d.Kind != DecisionKinds.SignOff && Letters(d.By) == Letters(by)) is { } own)
        {
            throw new CaseRefusalException(string.Create(CultureInfo.InvariantCulture, $"{by} took decision {own.Number} ({own.Kind}), on which this exhibit rests: a second person signs it off."));
        }
    }

    /// <summary>A name without what people write differently: spaces, dots, large and small letters.</summary>
    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Casework.Versions;
using FinInvest.Graph.Present.Exhibit;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Verify;

/// <summary>The use case "verify an exhibit": makes it again from the records of the case (never from its cache), at its version, under its rule, and compares the two byte for byte.</summary>
public sealed class ExhibitCheck(ICaseGraph graph)
{
    /// <param name="json">The exhibit's JSON form.</param>
    /// <exception cref="ArgumentException">It is no exhibit.</exception>
    /// <exception cref="CaseRefusalException">Rows of its version were expunged, so that it cannot be made again.</exception>
    public async Task<ExhibitVerdict> CheckAsync(string json, CancellationToken ct)
    {
        var head = ExhibitHead.Read(json);
        var now = await graph.VersionAsync(ct);
        var signed = SignOff.Among((await graph.FactsAsync(now, ct)).Decisions).Where(s => s.Exhibit == head.ContentHash && s.Version == head.Version).ToList();
        try
        {
            await CaseVersions.ResolveAsync(graph, head.Version, ct);
        }
        catch (ArgumentException e)
        {
            return new ExhibitVerdict(head, null, e.Message, signed);
        }

        using var file = await CaseFile.OpenAsync(graph, ct, null, head.Version);
        try
        {
            // Under the name of the program that made it: whether this program gives the same content is the question, and its name is on the answer.
            var made = await ExhibitBuilder.BuildAsync(graph, new CaseReview(file), head.Targets, head.Rule, head.Program, ct);
            return new ExhibitVerdict(head, made, ExhibitDifference.First(json, made.Json) ?? "", signed);
        }
        catch (Exception e) when (e is CaseQuestionException or CaseRefusalException)
        {
            return new ExhibitVerdict(head, null, e.Message, signed);
        }
    }
}

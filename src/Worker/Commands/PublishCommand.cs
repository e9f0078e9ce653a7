using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Publish;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest publish: the effective ledger and the facts for people in Neo4j Browser.</summary>
internal static class PublishCommand
{
    public static Command Build()
    {
        var drop = new Option<bool>("--drop") { Description = "Remove what is published instead." };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("publish", """
            Lay the effective transfers and the facts of the case's current version into its Neo4j database, for people who look at it there.
            It is derived and never read back: drop it and publish it again as you like.
            Examples: fininvest publish -w http://host:7474/CASE
                      fininvest publish --drop -w http://host:7474/CASE
            """) { drop, workspace, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), (ICaseStore s, CancellationToken c) =>
            r.GetValue(drop) ? DropAsync(s, r.GetValue(json), c) : PublishAsync(s, r.GetValue(json), c), ct));
        return command;
    }

    private static async Task<int> PublishAsync(ICaseStore store, bool isJson, CancellationToken ct)
    {
        using var file = await CaseFile.OpenAsync(store.Case, ct, store.Cache, rows: store.Rows);
        var receipt = await PublishDesk.PublishAsync(store, file, ct);
        if (isJson)
        {
            JsonAnswer.Write("fininvest.publish/1", receipt.Version, new { receipt.Transfers, receipt.Nodes, receipt.Links, receipt.LeftOut });
            return ExitCodes.Done;
        }

        Screen.Line($"Published case version {receipt.Version}: {receipt.Transfers:N0} transfers, {receipt.Nodes:N0} facts, {receipt.Links:N0} links between them.");
        if (receipt.LeftOut > 0)
        {
            Screen.Line($"{receipt.LeftOut:N0} links name a row or a document that the case does not hold and are not shown.");
        }

        Screen.Line("Queries to begin with are in cypher/query; docs/neo4j.md says how to run them in Neo4j Browser.");
        return ExitCodes.Done;
    }

    private static async Task<int> DropAsync(ICaseStore store, bool isJson, CancellationToken ct)
    {
        var removed = await PublishDesk.DropAsync(store, ct);
        if (isJson)
        {
            JsonAnswer.Write("fininvest.publish/1", await store.Case.VersionAsync(ct), new { Removed = removed });
        }
        else
        {
            Screen.Line(removed == 0 ? "Nothing was published." : $"Removed {removed:N0} transfers and facts that were published. The case itself is as it was.");
        }

        return ExitCodes.Done;
    }
}

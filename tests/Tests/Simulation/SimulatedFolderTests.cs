using FinInvest.Graph.Tests.Casework;
using FinInvest.Graph.Tests.Reconcile;
using Xunit;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>The whole way: files of several banks and a register, loaded into a workspace, reviewed.</summary>
public class SimulatedFolderTests
{
    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    public async Task Files_of_several_banks_load_into_the_hidden_ledger_whatever_comes_first(ulong seed)
    {
        var truth = new HiddenTruth(HiddenLedgerGenerator.Make(seed));
        var files = Directory.CreateTempSubdirectory("fininvest-test-");
        try
        {
            var folders = HiddenFolder.Write(new HiddenRecords(truth), files.FullName);
            var forwards = await ReadAsync(folders);
            var backwards = await ReadAsync([.. folders.Reverse()]);
            Assert.True(SimulatedDifferences.Of(truth, forwards, new SimulatedFigures()).ToList() is { Count: 0 }, $"seed {seed}: " + string.Join('\n', SimulatedDifferences.Of(truth, forwards, new SimulatedFigures()).Take(10)));
            Assert.True(LedgerText.Whole(forwards) == LedgerText.Whole(backwards), $"seed {seed}: another ledger when loaded backwards");
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    /// <summary>One load a folder, in the order given.</summary>
    private static async Task<Reconciliation> ReadAsync(IReadOnlyList<string> folders)
    {
        await using var made = TemporaryCase.Empty();
        foreach (var folder in folders)
        {
            var outcome = await made.LoadAsync(folder);
            Assert.True(outcome.Rejects.Count == 0, string.Join('\n', outcome.Rejects.Take(5)));
        }

        return (await made.ReviewAsync()).File.Reconciliation;
    }
}

using FinInvest.Graph.Casework.Verify;
using FinInvest.Graph.StoreTests.Moving;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FinInvest.Graph.StoreTests.Embedded;

/// <summary>What somebody changes in case.db by hand is found when the case is verified.</summary>
public sealed class RecordCheckTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly EmbeddedOpenCase open = new();

    public async ValueTask InitializeAsync() => await MovedCase.FillAsync(open.Graph, open.Vault);

    public ValueTask DisposeAsync() => open.DisposeAsync();

    [Fact]
    public async Task A_case_that_nobody_touched_is_whole()
    {
        var whole = await CheckAsync();
        Assert.Empty(whole.Faults);
        Assert.Equal((new CaseVersion(3, 3), 4L, 3L), (whole.Version, whole.Documents, whole.Decisions));
    }

    [Theory]
    [InlineData("UPDATE decisions SET body = replace(body, 'second', 'zweite') WHERE number = 2", "The chain of decisions is broken: Decision 2 does not follow from what stands before it")]
    [InlineData("UPDATE decisions SET reason = 'another' WHERE number = 3", "The columns of decision 3 do not say what was decided")]
    [InlineData("DELETE FROM postings WHERE id = (SELECT max(id) FROM postings)", "of 3 rows of bank-4.csv")]
    [InlineData("DELETE FROM facts WHERE id = (SELECT max(id) FROM facts)", "facts of bank-4.csv")]
    [InlineData("DELETE FROM rejects WHERE id = (SELECT max(id) FROM rejects)", "rejected rows of all documents")]
    public async Task What_was_changed_by_hand_is_told_in_a_sentence(string sql, string sentence)
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(open.Folder, "case.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        Assert.Contains(sentence, Assert.Single((await CheckAsync()).Faults), StringComparison.Ordinal);
    }

    private Task<RecordVerdict> CheckAsync() => new RecordCheck(open.Graph, open.Vault).CheckAsync(Ct);
}

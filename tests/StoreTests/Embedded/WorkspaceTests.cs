using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Store.Embedded.Layout;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FinInvest.Graph.StoreTests.Embedded;

/// <summary>What only the folder promises: layouts, rights of files, tables that a person can read.</summary>
public class WorkspaceTests
{
    private static readonly int Layout = CaseLayout.Steps.Count;
    private static readonly string[] NewerLayout = [.. CaseLayout.Steps, "CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"];

    [Fact]
    public async Task A_folder_without_a_case_is_refused_unless_one_is_to_be_made()
    {
        using var folder = new PassingFolder();
        Assert.Throws<DirectoryNotFoundException>(() => Workspace.Open(folder.Path, create: false));
        Assert.False(Directory.Exists(folder.Path));
        await using var made = Workspace.Open(folder.Path, create: true);
        await using var opened = Workspace.Open(folder.Path, create: false);
        Assert.Equal(Path.GetFullPath(folder.Path), opened.Folder);
    }

    [Fact]
    public async Task An_older_program_refuses_a_newer_layout_and_changes_nothing()
    {
        using var folder = new PassingFolder();
        await using (var newer = Workspace.Open(folder.Path, true, NewerLayout, TimeProvider.System, null))
        {
            await StoreSample.LoadAsync(newer.Case, newer.Vault, [1]);
        }

        var before = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "case.db"));
        var refused = Assert.Throws<StoreVersionException>(() => Workspace.Open(folder.Path, create: true));
        Assert.Contains($"layout {Layout + 1}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(folder.Path, "case.db")));
    }

    [Fact]
    public async Task A_newer_program_copies_an_older_case_before_it_raises_it()
    {
        using var folder = new PassingFolder();
        await using (var older = Workspace.Open(folder.Path, create: true))
        {
            await StoreSample.LoadAsync(older.Case, older.Vault, [1]);
        }

        await using (var newer = Workspace.Open(folder.Path, false, NewerLayout, TimeProvider.System, null))
        {
            Assert.Equal(new CaseVersion(1, 0), await newer.Case.VersionAsync(default));
            Assert.Equal(2, (await StoreSample.LoadAsync(newer.Case, newer.Vault, [2])).Load);
        }

        Assert.Equal(Layout + 1L, Ask(folder.Path, "case.db", "PRAGMA user_version"));
        Assert.Equal(0L, Ask(folder.Path, "case.db", "SELECT count(*) FROM notes"));
        Assert.Equal((long)Layout, Ask(folder.Path, $"case.layout-{Layout}.db", "PRAGMA user_version"));
        Assert.Equal(10L, Ask(folder.Path, $"case.layout-{Layout}.db", "SELECT count(*) FROM postings"));
    }

    [Fact]
    public void An_sqlite_file_of_another_program_is_refused()
    {
        using var folder = new PassingFolder();
        Directory.CreateDirectory(folder.Path);
        Ask(folder.Path, "case.db", "CREATE TABLE other(x)");
        Assert.Throws<StoreVersionException>(() => Workspace.Open(folder.Path, create: true));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        using var folder = new PassingFolder();
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "case.db"), new string('x', 5_000));
        Assert.Throws<InvalidDataException>(() => Workspace.Open(folder.Path, create: true));
    }

    [Fact]
    public async Task Everything_belongs_to_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights in another way.");
        using var folder = new PassingFolder();
        await using var workspace = Workspace.Open(folder.Path, create: true);
        await StoreSample.LoadAsync(workspace.Case, workspace.Vault, [1]);
        await using var load = await workspace.Case.BeginLoadAsync(default);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
            {
                Assert.Equal((file, UnixFileMode.UserRead | UnixFileMode.UserWrite), (file, File.GetUnixFileMode(file)));
            }

            foreach (var path in new[] { folder.Path, Path.Combine(folder.Path, "vault") })
            {
                Assert.Equal((path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), (path, File.GetUnixFileMode(path)));
            }
        }
    }

    [Fact]
    public async Task A_person_with_any_SQL_tool_reads_postings_and_facts_by_name()
    {
        using var folder = new PassingFolder();
        await using (var workspace = Workspace.Open(folder.Path, create: true))
        {
            await workspace.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(1)), default);
            await using var load = await workspace.Case.BeginLoadAsync(default);
            await load.BeginDocumentAsync(StoreSample.Document(1), default);
            await load.AppendAsync(StoreSample.Page(1, 1, 3), default);
            await load.AppendAsync([.. EveryFact.All.Select((f, i) => new FactRow(f, StoreSample.Document(1).Hash, i))], default);
            await load.CommitAsync(default);
        }

        Assert.Equal("bank-1.csv|extract|2|KZ0004|KZ0017|-1002|KZT|1002|2022-01-08|payment", Ask(folder.Path, "case.db",
            "SELECT file||'|'||statement||'|'||row||'|'||account||'|'||counterparty||'|'||minor||'|'||currency||'|'||counter_minor||'|'||booking_date||'|'||kind FROM readable_postings WHERE row = 2"));
        Assert.Equal("Әлі Үлгі|000101500017|bank-1.csv|1", Ask(folder.Path, "case.db", "SELECT name||'|'||national_id||'|'||_file||'|'||_load FROM fact_party WHERE id = 'P1'"));
        foreach (var kind in EveryFact.All.GroupBy(FactCodec.KindOf))
        {
            var view = ReadableViews.Views().Single(v => v.Sql.EndsWith($"'{kind.Key}'", StringComparison.Ordinal)).Name;
            Assert.Equal((view, (long)kind.Count()), (view, (long)Ask(folder.Path, "case.db", $"SELECT count(*) FROM (SELECT * FROM {view})")));
        }

        foreach (var table in new[] { "loads", "documents", "receipts", "accounts", "statements", "currencies", "postings", "facts", "rejects", "decisions", "tombstones" })
        {
            Assert.Equal((table, 1L), (table, (long)Ask(folder.Path, "case.db", $"SELECT strict FROM pragma_table_list('{table}')")));
        }
    }

    [Fact]
    public async Task A_changed_or_missing_decision_breaks_the_chain()
    {
        foreach (var (tamper, broken) in new[]
        {
            ("UPDATE decisions SET reason = 'another' WHERE number = 2", 2L), ("UPDATE decisions SET body = replace(body, 'second', 'another') WHERE number = 2", 2L),
            ("DELETE FROM decisions WHERE number = 2", 2L), ("DELETE FROM decisions WHERE number = 3", 3L), ("UPDATE decisions SET link = '00' WHERE number = 1", 1L),
        })
        {
            using var folder = new PassingFolder();
            await using var workspace = Workspace.Open(folder.Path, create: true);
            await workspace.Case.DecideAsync([Decide("first"), Decide("second"), Decide("third")], default, default);
            await StoreSample.LoadAsync(workspace.Case, workspace.Vault, [1]);
            Assert.True((await workspace.Case.VerifyChainAsync(default)).IsWhole);
            Ask(folder.Path, "case.db", tamper);
            var check = await workspace.Case.VerifyChainAsync(default);
            Assert.Equal((tamper, broken), (tamper, check.FirstBroken));
            Assert.NotEqual("", check.Sentence);
        }
    }

    [Fact]
    public async Task A_file_put_again_over_a_damaged_one_of_another_length_mends_it()
    {
        using var folder = new PassingFolder();
        await using var workspace = Workspace.Open(folder.Path, create: true);
        var id = await workspace.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(1)), default);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "vault", id.Hex), "cut");
        await workspace.Vault.PutAsync(new MemoryStream(StoreSample.Bytes(1)), default);
        Assert.Equal(StoreSample.Bytes(1), await File.ReadAllBytesAsync(Path.Combine(folder.Path, "vault", id.Hex)));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "vault")));
    }

    private static Decision Decide(string reason) => new(0, DecisionKinds.Exclude, "bank-1.csv", "", "investigator", Day.Of(2024, 5, 6), reason);

    private static object Ask(string folder, string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() ?? "";
    }
}

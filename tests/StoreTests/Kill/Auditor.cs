using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FinInvest.Graph.Store;
using FinInvest.Graph.StoreTests.Children;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FinInvest.Graph.StoreTests.Kill;

/// <summary>
/// Looks at a workspace with another SQLite library and the documents' own arithmetic, without the store's code: everything that was acknowledged is there,
/// whatever is there is whole, and the vault holds the bytes.
/// </summary>
internal static class Auditor
{
    /// <returns>How many loads the case holds.</returns>
    public static long Check(string folder, IReadOnlyCollection<int> acknowledged, long decisions)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "case.db")};Mode=ReadWrite;Pooling=False");
        connection.Open();
        Assert.Equal("ok", Text(connection, "PRAGMA integrity_check"));
        Assert.Equal(0, Number(connection, "SELECT count(*) FROM pragma_foreign_key_check"));
        var held = Documents(connection);
        Assert.Empty(acknowledged.Select(d => StoreSample.Document(d).Hash.Hex).Except(held.Keys));
        var last = held.Count == 0 ? 0 : acknowledged.DefaultIfEmpty(0).Max() + 10;
        var known = Enumerable.Range(0, last + 1).ToDictionary(d => StoreSample.Document(d).Hash.Hex);
        foreach (var (hash, id) in held)
        {
            CheckDocument(connection, known[hash], id);
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "vault", hash)))));
        }

        foreach (var table in new[] { "postings", "facts", "rejects", "receipts" })
        {
            Assert.Equal(0, Number(connection, $"SELECT count(*) FROM {table} WHERE document NOT IN (SELECT id FROM documents)"));
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "vault")).Where(f => !Path.GetFileName(f).StartsWith('.')))
        {
            Assert.Equal(Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
        }

        CheckDecisions(connection, decisions);
        var loads = Number(connection, "SELECT count(*) FROM loads");
        Assert.Equal(loads, Number(connection, "SELECT ifnull(max(load), 0) FROM loads"));
        Assert.Equal(loads, Number(connection, "SELECT count(DISTINCT load) FROM documents"));
        return loads;
    }

    private static void CheckDocument(SqliteConnection connection, int document, long id)
    {
        var expected = StoreSample.Page(document, 1, Child.RowsOf(document));
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT p.row, a.name, c.name, p.minor, p.counter_minor, p.booking_day, p.local_id, p.id - d.first_posting FROM postings p JOIN documents d ON d.id = p.document " +
            "JOIN accounts a ON a.id = p.account JOIN accounts c ON c.id = p.counterparty WHERE d.id = $id ORDER BY p.id";
        command.Parameters.AddWithValue("$id", id);
        using var rows = command.ExecuteReader();
        var i = 0;
        for (; rows.Read(); i++)
        {
            Assert.True(i < expected.Count);
            Assert.Equal((expected.Row[i], expected.AccountNames[expected.Account[i]], expected.AccountNames[expected.Counterparty[i]], expected.Minor[i], expected.CounterMinor[i],
                expected.BookingDay[i], expected.LocalId[i], i), (rows.GetInt32(0), rows.GetString(1), rows.GetString(2), rows.GetInt64(3), rows.GetInt64(4), rows.GetInt32(5), rows.GetString(6),
                rows.GetInt32(7)));
        }

        Assert.Equal(expected.Count, i);
        var by = string.Create(CultureInfo.InvariantCulture, $"WHERE document = {id}");
        Assert.Equal(StoreSample.Facts(document).Count, Number(connection, $"SELECT count(*) FROM facts {by}"));
        Assert.Equal(StoreSample.Rejects(document).Count, Number(connection, $"SELECT count(*) FROM rejects {by}"));
        Assert.Equal(1, Number(connection, $"SELECT count(*) FROM receipts {by} AND already_held = 0"));
        Assert.Equal(1, Number(connection, string.Create(CultureInfo.InvariantCulture,
            $"SELECT count(*) FROM documents JOIN loads USING(load) WHERE id = {id} AND postings = {expected.Count} AND facts = 2 AND rejects = 1")));
    }

    private static void CheckDecisions(SqliteConnection connection, long acknowledged)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, body, previous_link, link FROM decisions ORDER BY number";
        using var rows = command.ExecuteReader();
        var link = new string('0', 64);
        var number = 0L;
        while (rows.Read())
        {
            Assert.Equal((++number, link), (rows.GetInt64(0), rows.GetString(2)));
            link = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link + "\n" + rows.GetString(1))));
            Assert.Equal(link, rows.GetString(3));
        }

        Assert.True(number >= acknowledged, $"{acknowledged} decisions were acknowledged, {number} are there.");
    }

    private static Dictionary<string, long> Documents(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sha256, id FROM documents";
        using var rows = command.ExecuteReader();
        var documents = new Dictionary<string, long>();
        while (rows.Read())
        {
            documents.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return documents;
    }

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)(command.ExecuteScalar() ?? "");
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(command.ExecuteScalar() ?? 0L);
    }
}

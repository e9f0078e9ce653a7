using System.Globalization;
using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded;

/// <summary>
/// Takes one document out of case.db under the writer lease: first one transaction (rows, facts, rejects, names, decision), then everything that may still hold old pages is removed or written anew
/// (cache/, copies before an upgrade, free pages, the journal file). Broken off in between, the document is out, and a repetition does the rest.
/// </summary>
internal sealed class ExpungeRun(string folder, Database database)
{
    /// <exception cref="ArgumentException">The case never held it.</exception>
    /// <exception cref="StoreBusyException">A reader keeps the old pages.</exception>
    public ExpungeReceipt Run(Sha256 document, CourtOrder order)
    {
        database.Run("PRAGMA secure_delete=1");
        database.Run("PRAGMA temp_store=FILE");
        var receipt = TakeOut(document, order);
        Clean();
        return receipt;
    }

    private ExpungeReceipt TakeOut(Sha256 document, CourtOrder order)
    {
        database.Run("BEGIN IMMEDIATE");
        try
        {
            var now = EmbeddedCase.VersionOf(database);
            var (id, first, postings, isExpunged) = Find(document);
            if (isExpunged)
            {
                database.Run("ROLLBACK");
                return new ExpungeReceipt(document, new DecisionTable(database).Expunging(document)?.Number ?? 0, now, 0, 0, 0, true);
            }

            var named = new SourceDocument(document, database.Text(string.Create(CultureInfo.InvariantCulture, $"SELECT name FROM documents WHERE id = {id}")), 0);
            var facts = Number($"SELECT facts FROM documents WHERE id = {id}");
            var rejects = Number($"SELECT rejects FROM documents WHERE id = {id}");
            Run($"DELETE FROM postings WHERE id >= {first} AND id < {first + postings}");
            Run($"DELETE FROM facts WHERE document = {id}");
            Run($"DELETE FROM rejects WHERE document = {id}");
            Run($"UPDATE documents SET name = '', bytes = 0, partner = '', mapping = '', first_posting = 0, postings = 0, facts = 0, rejects = 0 WHERE id = {id}");
            Run($"UPDATE receipts SET name = '', partner = '', mapping = '' WHERE document = {id}");
            Run($"INSERT INTO tombstones VALUES({id})");
            ForgetNames("accounts", "account", "counterparty");
            ForgetNames("statements", "statement");
            var after = new DecisionTable(database).Insert([order.ToDecision(named)], now);
            database.Run("COMMIT");
            return new ExpungeReceipt(document, after.Decisions, after, postings, facts, rejects, false);
        }
        catch
        {
            if (database.IsInTransaction)
            {
                database.Run("ROLLBACK");
            }

            throw;
        }
    }

    private (long Id, long First, long Postings, bool IsExpunged) Find(Sha256 document)
    {
        using var row = database.Prepare("SELECT d.id, d.first_posting, d.postings, t.document IS NOT NULL FROM documents d LEFT JOIN tombstones t ON t.document = d.id WHERE d.sha256 = ?1");
        row.Bind(1, document.Hex);
        return row.Step() ? (row.Long(0), row.Long(1), row.Long(2), row.Int(3) != 0)
            : throw new ArgumentException($"The case holds no document {document.Short(12)}.");
    }

    /// <summary>Names that no row uses any more go; the others belong to the first load that still uses them.</summary>
    private void ForgetNames(string table, params ReadOnlySpan<string> columns)
    {
        database.Run("CREATE TEMP TABLE used(name INTEGER PRIMARY KEY, load INTEGER NOT NULL)");
        foreach (var column in columns)
        {
            database.Run($"""
                INSERT INTO used SELECT p.{column}, min(d.load) FROM postings p JOIN documents d ON d.id = p.document WHERE p.{column} IS NOT NULL GROUP BY p.{column}
                ON CONFLICT(name) DO UPDATE SET load = min(load, excluded.load)
                """);
        }

        database.Run($"DELETE FROM {table} WHERE id NOT IN (SELECT name FROM used)");
        database.Run($"UPDATE {table} SET load = (SELECT load FROM used WHERE name = {table}.id) WHERE load <> (SELECT load FROM used WHERE name = {table}.id)");
        database.Run("DROP TABLE used");
    }

    /// <summary>Everything that is derived or a copy goes, then the file is written anew and its journal is emptied.</summary>
    private void Clean()
    {
        var cache = Path.Combine(folder, "cache");
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }

        foreach (var copy in Directory.EnumerateFiles(folder, "case.layout-*.db"))
        {
            File.Delete(copy);
        }

        database.Run("VACUUM");
        using var checkpoint = database.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        if (checkpoint.Step() && checkpoint.Long(0) != 0)
        {
            throw new StoreBusyException("The document is out of the case, but another program reads the case at this moment and keeps the old text in its files. End that program, or wait for it, and repeat the command.");
        }
    }

    private void Run(FormattableString sql) => database.Run(sql.ToString(CultureInfo.InvariantCulture));

    private long Number(FormattableString sql) => database.Number(sql.ToString(CultureInfo.InvariantCulture));
}

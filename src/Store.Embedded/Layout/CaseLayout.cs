using System.Globalization;
using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded.Layout;

/// <summary>
/// The tables of case.db and their number (PRAGMA user_version). Layouts only go forward: a workspace of an older one is copied and raised when it is opened to write;
/// one of a newer one is refused.
/// </summary>
internal static class CaseLayout
{
    /// <summary>"FIgr" as SQLite's application_id, so that <c>file case.db</c> tells what it is.</summary>
    public const int ApplicationId = 0x46496772;

    /// <summary>From this layout on there are tombstones.</summary>
    public const int WithTombstones = 2;

    /// <summary>Each entry raises a workspace by one layout; the first makes layout 1 from an empty file.</summary>
    public static IReadOnlyList<string> Steps { get; } = [First, Tombstones];

    /// <summary>
    /// No secondary index stands on the load path: rows are appended in the order of their documents, and a document knows the range of its rows.
    /// A name's load is the one that first brought it, so that a reading at a version sees the names of that version.
    /// </summary>
    private const string First = """
        CREATE TABLE loads(
            load INTEGER PRIMARY KEY,
            decisions INTEGER NOT NULL,
            committed_at TEXT NOT NULL) STRICT;
        CREATE TABLE documents(
            id INTEGER PRIMARY KEY,
            load INTEGER NOT NULL REFERENCES loads(load),
            sha256 TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            partner TEXT NOT NULL,
            mapping TEXT NOT NULL,
            first_posting INTEGER NOT NULL,
            postings INTEGER NOT NULL,
            facts INTEGER NOT NULL,
            rejects INTEGER NOT NULL) STRICT;
        CREATE TABLE receipts(
            load INTEGER NOT NULL REFERENCES loads(load),
            place INTEGER NOT NULL,
            document INTEGER NOT NULL REFERENCES documents(id),
            name TEXT NOT NULL,
            partner TEXT NOT NULL,
            mapping TEXT NOT NULL,
            already_held INTEGER NOT NULL,
            PRIMARY KEY(load, place)) STRICT;
        CREATE TABLE accounts(id INTEGER PRIMARY KEY, name TEXT NOT NULL, load INTEGER NOT NULL) STRICT;
        CREATE TABLE statements(id INTEGER PRIMARY KEY, name TEXT NOT NULL, load INTEGER NOT NULL) STRICT;
        CREATE TABLE currencies(id INTEGER PRIMARY KEY, name TEXT NOT NULL, load INTEGER NOT NULL) STRICT;
        CREATE TABLE postings(
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents(id),
            statement INTEGER NOT NULL REFERENCES statements(id),
            row INTEGER NOT NULL,
            account INTEGER REFERENCES accounts(id),
            counterparty INTEGER REFERENCES accounts(id),
            minor INTEGER NOT NULL,
            counter_minor INTEGER,
            booking_day INTEGER,
            value_day INTEGER,
            instant INTEGER,
            currency INTEGER NOT NULL REFERENCES currencies(id),
            counter_currency INTEGER REFERENCES currencies(id),
            kind INTEGER NOT NULL,
            origin INTEGER NOT NULL,
            balance INTEGER,
            counter_balance INTEGER,
            reference TEXT,
            end_to_end_id TEXT,
            local_id TEXT,
            counterparty_name TEXT,
            text TEXT) STRICT;
        CREATE TABLE facts(
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents(id),
            row INTEGER NOT NULL,
            kind TEXT NOT NULL,
            fact_id TEXT NOT NULL,
            body TEXT NOT NULL) STRICT;
        CREATE TABLE rejects(
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents(id),
            code TEXT NOT NULL,
            file TEXT NOT NULL,
            row INTEGER NOT NULL,
            "column" TEXT NOT NULL,
            text TEXT NOT NULL,
            sentence TEXT NOT NULL,
            raw TEXT NOT NULL) STRICT;
        CREATE TABLE decisions(
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            value TEXT NOT NULL,
            decided_by TEXT NOT NULL,
            decided_on TEXT NOT NULL,
            reason TEXT NOT NULL,
            item TEXT NOT NULL,
            replaces INTEGER NOT NULL,
            body TEXT NOT NULL,
            previous_link TEXT NOT NULL,
            link TEXT NOT NULL) STRICT;
        """;

    /// <summary>A document that a court's order took out keeps its number and its hash; everything else of it is empty.</summary>
    private const string Tombstones = "CREATE TABLE tombstones(document INTEGER PRIMARY KEY REFERENCES documents(id)) STRICT";

    /// <summary>0 = an empty file: the workspace was never finished. Throws <see cref="StoreVersionException"/> for what this program must not touch.</summary>
    public static int Read(Database database, int newest)
    {
        var layout = (int)database.Number("PRAGMA user_version");
        var application = database.Number("PRAGMA application_id");
        if (layout == 0 && application == 0 && database.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            return 0;
        }

        if (application != ApplicationId)
        {
            throw new StoreVersionException($"{database.Path} is an SQLite file of another program, not a case. Name the folder of a workspace.");
        }

        return layout <= newest ? layout
            : throw new StoreVersionException(string.Create(CultureInfo.InvariantCulture,
                $"{database.Path} has layout {layout}; this program knows layouts up to {newest}. A newer program wrote it: use that one. Nothing was changed."));
    }

    /// <summary>Raises a workspace to the newest layout. The caller holds the writer lease. Before an existing case is changed it is copied to case.layout-N.db.</summary>
    public static void Raise(Database database, IReadOnlyList<string> steps)
    {
        var layout = Read(database, steps.Count);
        if (layout == steps.Count)
        {
            return;
        }

        if (layout == 0)
        {
            database.Run("PRAGMA journal_mode=WAL");
        }
        else
        {
            Copy(database, string.Create(CultureInfo.InvariantCulture, $"case.layout-{layout}.db"));
        }

        database.Run("BEGIN IMMEDIATE");
        try
        {
            foreach (var statement in steps.Skip(layout).SelectMany(s => s.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            {
                database.Run(statement);
            }

            ReadableViews.Renew(database);
            database.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}"));
            database.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={steps.Count}"));
            database.Run("COMMIT");
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

    private static void Copy(Database database, string name)
    {
        var copy = Path.Combine(Path.GetDirectoryName(database.Path) ?? "", name);
        File.Delete(copy);
        using (var into = database.Prepare("VACUUM INTO ?1"))
        {
            into.Bind(1, copy);
            into.Execute();
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}

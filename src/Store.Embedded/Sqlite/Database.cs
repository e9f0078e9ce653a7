using SQLitePCL;

namespace FinInvest.Graph.Store.Embedded.Sqlite;

/// <summary>One connection to case.db. Not for two threads at once.</summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 handle;
    private readonly IStepWatch? watch;
    private readonly HashSet<Command> commands = [];

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle, string path, IStepWatch? watch)
    {
        this.handle = handle;
        this.watch = watch;
        Path = path;
    }

    public string Path { get; }

    /// <summary>False after COMMIT or ROLLBACK, also one that SQLite did by itself after an error.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>Opens a file that exists. Every connection flushes to the disk itself at each commit.</summary>
    /// <param name="isReader">The connection refuses to write.</param>
    public static Database Open(string path, bool isReader, IStepWatch? watch = null)
    {
        var code = raw.sqlite3_open_v2(path, out var handle, raw.SQLITE_OPEN_READWRITE, null);
        if (code != raw.SQLITE_OK)
        {
            handle.Dispose();
            throw new IOException($"{path} cannot be opened as a case: {raw.sqlite3_errstr(code).utf8_to_string()}.");
        }

        var database = new Database(handle, path, watch);
        try
        {
            raw.sqlite3_busy_timeout(handle, 10_000);
            database.Run("PRAGMA synchronous=FULL");
            database.Run("PRAGMA fullfsync=1");
            database.Run("PRAGMA checkpoint_fullfsync=1");
            database.Run("PRAGMA trusted_schema=0");

            // The writer makes every number it refers to itself; looking each up again would cost five searches a row. `PRAGMA foreign_key_check` proves it afterwards.
            database.Run("PRAGMA foreign_keys=0");
            database.Run("PRAGMA temp_store=MEMORY");
            database.Run("PRAGMA journal_size_limit=67108864");
            database.Run(isReader ? "PRAGMA query_only=1" : "PRAGMA cache_size=-65536");
        }
        catch
        {
            database.Dispose();
            throw;
        }

        return database;
    }

    public Command Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(handle, sql, out var statement), sql);
        var command = new Command(this, statement, sql);
        commands.Add(command);
        return command;
    }

    /// <summary>Runs one statement to its end; rows it gives are passed over.</summary>
    public void Run(string sql)
    {
        using var command = Prepare(sql);
        while (command.Step())
        {
        }
    }

    /// <summary>The one number a query gives; 0 where it gives none.</summary>
    public long Number(string sql)
    {
        using var command = Prepare(sql);
        return command.Step() ? command.Long(0) : 0;
    }

    /// <summary>The one text a query gives; "" where it gives none.</summary>
    public string Text(string sql)
    {
        using var command = Prepare(sql);
        return command.Step() ? command.Text(0) : "";
    }

    /// <summary>
    /// Ends every statement first: SQLite keeps a connection, its transaction and its lock alive as long as one of them is open, and a step that failed may have left some.
    /// What was not committed is rolled back.
    /// </summary>
    public void Dispose()
    {
        foreach (var command in commands.ToArray())
        {
            command.Dispose();
        }

        handle.Dispose();
    }

    internal void Forget(Command command) => commands.Remove(command);

    internal void Before(string step) => watch?.Before(step);

    internal void After(string step) => watch?.After(step);

    internal void Check(int code, string what)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return;
        }

        var message = raw.sqlite3_errmsg(handle).utf8_to_string();
        throw (code & 0xff) switch
        {
            raw.SQLITE_BUSY => new StoreBusyException($"Another program is writing to {Path}. Try again when it has finished."),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new InvalidDataException($"{Path} is damaged: {message}. Restore the folder from a backup."),
            _ => new IOException($"{Path}: {message} ({code}) in \"{what}\"."),
        };
    }
}

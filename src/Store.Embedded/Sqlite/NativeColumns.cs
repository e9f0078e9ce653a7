using System.Runtime.InteropServices;

namespace FinInvest.Graph.Store.Embedded.Sqlite;

/// <summary>
/// The column calls of the SQLite that the bundle brings, called directly: reading a million rows makes tens of millions of them, and the wrapper counts a handle up and down
/// and leaves managed code for each. They only look into the row at hand, so they may run without that.
/// </summary>
internal static partial class NativeColumns
{
    private const string Library = "e_sqlite3";

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    public static partial long Long(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    public static partial int Type(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    public static partial nint Bytes(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    public static partial int Length(nint statement, int column);
}

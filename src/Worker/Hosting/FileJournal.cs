using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>
/// Every file from arrival to its end, one JSON line a step, only appended. It says what was begun; what is in the case the store alone decides
/// (a file is known there by its hash), so a lost last line makes a repetition and never a loss or a doubling. A line torn by a kill is cut off at the next start.
/// </summary>
internal sealed class FileJournal : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly FileStream file;
    private readonly Dictionary<string, JournalEntry> open = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, string Hash), JournalEntry> unread = [];

    public FileJournal(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        file = new FileStream(path, options);
        file.SetLength(ReadAll());
        file.Position = file.Length;
    }

    /// <summary>The last entry of every file that has not come to its end.</summary>
    public IReadOnlyCollection<JournalEntry> Open => open.Values;

    /// <summary>The last entry of a file that has not come to its end, or null.</summary>
    public JournalEntry? OpenEntry(string key) => open.GetValueOrDefault(key);

    /// <summary>The last entry of every file that went to quarantine because of its mapping.</summary>
    public IReadOnlyCollection<JournalEntry> Unread => unread.Values;

    /// <summary>Such a file is not in quarantine any more.</summary>
    public void Forget(JournalEntry entry) => unread.Remove((entry.Key, entry.Hash));

    public void Append(JournalEntry entry)
    {
        file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, Json) + "\n"));
        // What a power cut takes away is repeated, since the store knows the file; what went to quarantine is in no store.
        if (entry.State is JournalState.Quarantined)
        {
            file.Flush(flushToDisk: true);
        }

        Take(entry);
    }

    public void Dispose() => file.Dispose();

    /// <returns>How many bytes are whole lines.</returns>
    private long ReadAll()
    {
        long whole = 0;
        using var reader = new StreamReader(file, new UTF8Encoding(false), false, 1 << 16, leaveOpen: true);
        var line = new StringBuilder();
        for (int c; (c = reader.Read()) >= 0;)
        {
            if (c != '\n')
            {
                line.Append((char)c);
                continue;
            }

            var text = line.ToString();
            whole += Encoding.UTF8.GetByteCount(text) + 1;
            line.Clear();
            Take(JsonSerializer.Deserialize<JournalEntry>(text, Json)
                ?? throw new InvalidDataException($"The journal has an empty line before byte {whole}; move it aside and start again: what the cases hold is not touched."));
        }

        return whole;
    }

    private void Take(JournalEntry entry)
    {
        if (entry is { State: JournalState.Quarantined, Mapping: not null })
        {
            unread[(entry.Key, entry.Hash)] = entry;
        }
        else if (entry.State is JournalState.Loaded or JournalState.Quarantined)
        {
            Forget(entry);
        }

        if (entry.State is JournalState.Filed or JournalState.Gone)
        {
            open.Remove(entry.Key);
        }
        else
        {
            open[entry.Key] = entry;
        }
    }
}

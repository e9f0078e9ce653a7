using System.Text.Json.Serialization;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>One line of the journal.</summary>
/// <param name="Hash">SHA-256 of the file's bytes; "" where not known.</param>
/// <param name="Load">The load that brought it; 0 = none.</param>
/// <param name="Note">Why, for a person.</param>
/// <param name="Mapping">SHA-256 of the mapping under which a file in quarantine could not be read; "" = there was none; null = another mapping would not help, or the line is of another state.</param>
internal sealed record JournalEntry(DateTimeOffset At, JournalState State, string Case, string Sender, string File, string Hash, long Load = 0, string Note = "", string? Mapping = null)
{
    [JsonIgnore]
    public string Key => $"{Case}/{Sender}/{File}";
}

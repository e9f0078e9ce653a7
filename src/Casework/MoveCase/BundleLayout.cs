using System.Text.RegularExpressions;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>
/// The form of a bundle: a plain tar file whose entries are named here and nowhere else (docs/bundle.md). Nothing in it is compressed, so that its size is what it takes to read,
/// and the same case gives the same bytes on every machine.
/// </summary>
public static partial class BundleLayout
{
    public const string Schema = "fininvest.bundle/1";

    /// <summary>Number of this layout. A bundle with a higher one was written by a newer program and is refused.</summary>
    public const int Layout = 1;

    /// <summary>First entry: schema, layout, version, head of the chain of decisions.</summary>
    public const string Head = "bundle.json";

    /// <summary>One line a load, with its documents in the order they came.</summary>
    public const string Journal = "journal.jsonl";

    /// <summary>One line a decision: its canonical JSON, as it stands in the chain.</summary>
    public const string Decisions = "decisions.jsonl";

    /// <summary>Last entry: length and SHA-256 of every other.</summary>
    public const string Manifest = "manifest.json";

    public const string Postings = "postings.jsonl";
    public const string Facts = "facts.jsonl";
    public const string Rejects = "rejects.jsonl";

    /// <summary>The file as it was handed over, from the vault.</summary>
    public const string Original = "original";

    /// <summary>More entries than this are refused; it is what a case of about a quarter of a million documents has.</summary>
    public const int EntriesMax = 1_000_000;

    /// <summary>Bytes of a line; the longest a case can hold is a rejected row (docs/operations.md) with its escapes.</summary>
    public const int LineBytesMax = 16 << 20;

    /// <summary>Bytes of an entry that is read whole.</summary>
    public const long WholeBytesMax = 512L << 20;

    /// <summary>Bytes of any entry: eight gibibytes less one, which the tar format can say.</summary>
    public const long EntryBytesMax = (8L << 30) - 1;

    public static string Of(Sha256 document, string part) => $"documents/{document.Hex}/{part}";

    /// <summary>True for the names a bundle may hold; none of them leads anywhere.</summary>
    public static bool IsName(string name) => name is Head or Journal or Decisions or Manifest || DocumentPart().IsMatch(name);

    [GeneratedRegex("\\Adocuments/[0-9a-f]{64}/(?:postings\\.jsonl|facts\\.jsonl|rejects\\.jsonl|original)\\z")]
    private static partial Regex DocumentPart();
}

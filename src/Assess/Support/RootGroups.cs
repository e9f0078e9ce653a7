using FinInvest.Graph.Assess.Schemes;

namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// Reliability of every root group (definitions H2): what the source register says; only where it says nothing, the letter with which a document
/// of that group was graded, the worst of them.
/// </summary>
internal sealed class RootGroups
{
    private readonly Dictionary<string, string> letters = new(StringComparer.Ordinal);
    private readonly HashSet<string> registered = new(StringComparer.Ordinal);
    private readonly Scheme scheme;

    public RootGroups(CaseFacts facts, IReadOnlyList<StatedItem> items, Scheme scheme)
    {
        this.scheme = scheme;
        foreach (var source in facts.All<RootSource>().Where(s => Known(s.Reliability)))
        {
            letters.TryAdd(source.Id, source.Reliability.Trim().ToUpperInvariant());
            registered.Add(source.Id);
        }

        foreach (var item in items.Where(i => Known(i.Letter) && !registered.Contains(i.RootSource)))
        {
            letters[item.RootSource] = letters.TryGetValue(item.RootSource, out var other) ? Worse(other, item.Letter) : item.Letter;
        }
    }

    /// <summary>Letter and r in hundredths; "" and null where nobody has set it.</summary>
    public (string Letter, int? Reliability) Of(string group) => letters.TryGetValue(group, out var letter) ? (letter, Hundredths(letter)) : ("", null);

    /// <summary>False for the letter that cannot be judged, whose r is an interval.</summary>
    public bool IsJudged(string group) => letters.TryGetValue(group, out var letter) && letter != scheme.CannotBeJudged;

    /// <summary>Where the letter a document was graded with is not the one that counts.</summary>
    public string NoteOf(StatedItem item) => item.Letter.Length == 0 || !letters.TryGetValue(item.RootSource, out var letter) || letter == item.Letter ? ""
        : registered.Contains(item.RootSource) ? $"graded {item.Letter}, but the source register says {letter}"
        : $"graded {item.Letter}, but another document of {item.RootSource} is graded {letter}";

    private bool Known(string letter) => letter.Trim().ToUpperInvariant() is var plain && (plain == scheme.CannotBeJudged || scheme.Reliability.Any(g => g.Grade == plain));

    private int Hundredths(string letter) => scheme.Reliability.FirstOrDefault(g => g.Grade == letter)?.Hundredths ?? scheme.CannotBeJudgedHundredths;

    /// <summary>A source that cannot be judged is the worst: it supports nothing at the low end.</summary>
    private string Worse(string a, string b) => a == scheme.CannotBeJudged || (b != scheme.CannotBeJudged && Hundredths(a) <= Hundredths(b)) ? a : b;
}

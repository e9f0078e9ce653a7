using System.Collections.Concurrent;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j;

/// <summary>The statements of /cypher, which the program carries. Lines that begin with // are for people.</summary>
internal static class CypherFile
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>Names of all files, such as "load/rows.cypher", in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(CypherFile).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".cypher", StringComparison.Ordinal)).Select(n => n.Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The one statement of a file.</summary>
    /// <param name="name">Without ending: "load/rows".</param>
    public static CypherStatement Statement(string name, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in parameters)
        {
            values.Add(key, value);
        }

        return new CypherStatement(name + ".cypher", Text(name + ".cypher"), values);
    }

    /// <summary>The statements of a file that has several, each ended by a semicolon at the end of a line.</summary>
    public static IReadOnlyList<CypherStatement> Statements(string name) =>
    [
        .. Text(name + ".cypher").Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => new CypherStatement(name + ".cypher", text.TrimEnd(';'), new Dictionary<string, object?>())),
    ];

    /// <summary>A file without the lines for people. Throws InvalidOperationException where the program carries no such file.</summary>
    public static string Text(string file) => Texts.GetOrAdd(file, static name =>
    {
        using var stream = typeof(CypherFile).Assembly.GetManifestResourceStream(name) ?? typeof(CypherFile).Assembly.GetManifestResourceStream(name.Replace('/', '\\'))
            ?? throw new InvalidOperationException($"The program carries no {name}.");
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(l => !l.StartsWith("//", StringComparison.Ordinal))).Trim() + "\n";
    });
}

namespace FinInvest.Graph.Store.Neo4j;

/// <summary>Kinds and origins of rows as the graph says them. Published words: only grow.</summary>
internal static class RowWords
{
    private static readonly string[] Kinds = ["payment", "fee", "interest", "cash", "exchange", "reversal"];
    private static readonly string[] Origins = ["observed", "corroborated", "inferred"];

    public static string Of(PostingKind kind) => Kinds[(int)kind];

    public static string Of(PostingOrigin origin) => Origins[(int)origin];

    public static PostingKind Kind(string word) => (PostingKind)Place(Kinds, word);

    public static PostingOrigin Origin(string word) => (PostingOrigin)Place(Origins, word);

    private static int Place(string[] words, string word) => Array.IndexOf(words, word) is >= 0 and var at ? at
        : throw new StoreVersionException($"This program knows no rows that are '{word}'; a newer one may have written them.");
}

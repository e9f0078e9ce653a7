namespace FinInvest.Graph.Store.Publishing;

/// <summary>One end of a link: a published node, an account ("" = OUTSIDE), a row, or a document.</summary>
public readonly record struct PublishedEnd
{
    private PublishedEnd(string label, string key, RowKey? row, Sha256? document) => (Label, Key, Row, Document) = (label, key, row, document);

    /// <summary>Label of a published node, "Account" for an account; "" for a row or a document.</summary>
    public string Label { get; }

    /// <summary>Key of a published node or id of an account.</summary>
    public string Key { get; }

    public RowKey? Row { get; }
    public Sha256? Document { get; }
    public bool IsAccount => Label == "Account";

    public static PublishedEnd Node(string label, string key) => new(label, key, null, null);
    public static PublishedEnd Account(string id) => new("Account", id, null, null);
    public static PublishedEnd OfRow(RowKey row) => new("", "", row, null);
    public static PublishedEnd OfDocument(Sha256 document) => new("", "", null, document);
}

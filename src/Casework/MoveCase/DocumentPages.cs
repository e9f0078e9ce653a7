namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>Pages of a case in the order of its documents, taken document by document.</summary>
internal sealed class DocumentPages(IAsyncEnumerable<PostingPage> pages) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<PostingPage> at = pages.GetAsyncEnumerator();
    private bool isBegun;
    private bool isMore;

    /// <summary>Writes the document's rows, if it has any, and says how many those are.</summary>
    public async ValueTask<long> WriteAsync(Sha256 document, BundleWriter archive)
    {
        if (!isBegun)
        {
            (isBegun, isMore) = (true, await at.MoveNextAsync());
        }

        if (!isMore || at.Current.Document != document)
        {
            return 0;
        }

        var rows = 0L;
        var lines = archive.BeginLines();
        while (isMore && at.Current.Document == document)
        {
            var page = at.Current;
            for (var i = 0; i < page.Count; i++)
            {
                lines.Add((page, i), static (json, p) => PostingLines.Write(json, p.page, p.i));
            }

            rows += page.Count;
            isMore = await at.MoveNextAsync();
        }

        archive.EndLines(BundleLayout.Of(document, BundleLayout.Postings), lines);
        return rows;
    }

    public ValueTask DisposeAsync() => at.DisposeAsync();
}

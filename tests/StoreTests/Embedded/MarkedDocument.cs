using System.Globalization;
using System.Text;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.StoreTests.Embedded;

/// <summary>A document each of whose texts holds one marker that nothing else holds.</summary>
internal static class MarkedDocument
{
    public const string Marker = "ҚұпияMARKER77";
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 2_000).Select(i => Marker + i.ToString(CultureInfo.InvariantCulture))));

    public static SourceDocument Document { get; } = new(Sha256.Of(Bytes), Marker + ".csv", Bytes.Length, Marker, Marker);

    public static async Task AppendAsync(ILoad load, IVault vault)
    {
        await vault.PutAsync(new MemoryStream(Bytes), default);
        await load.BeginDocumentAsync(Document, default);
        var page = PostingPage.Allocate(Document.Hash, ["", Marker + "1", Marker + "2", StoreSample.Name(3)], [Marker], ["KZT"], 10);
        for (var i = 0; i < page.Count; i++)
        {
            (page.Row[i], page.Account[i], page.Counterparty[i], page.Minor[i]) = (i + 1, 1 + (i % 3), 1 + ((i + 1) % 3), 5);
            (page.Reference[i], page.EndToEndId[i], page.LocalId[i], page.CounterpartyName[i]) = (Marker, Marker, Marker + i.ToString(CultureInfo.InvariantCulture), Marker);

            // Long enough for pages of their own, so that not every copy lies where a delete meets it.
            page.Text[i] = string.Concat(Enumerable.Repeat(Marker + " ", 500));
        }

        await load.AppendAsync(page, default);
        await load.AppendAsync([new FactRow(new Party(Marker, Marker), Document.Hash, 1)], default);
        await load.AppendAsync([new Reject("AMOUNT_NOT_A_NUMBER", Marker, 7, Marker, Marker, Marker, Marker)], default);
    }
}

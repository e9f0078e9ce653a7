using FinInvest.Graph.Store;

namespace FinInvest.Graph.StoreTests.Moving;

/// <summary>A case with everything a bundle must carry: repeated files, every column, every kind of fact, rejects, decisions between loads.</summary>
internal static class MovedCase
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static async Task FillAsync(ICaseGraph graph, IVault vault)
    {
        await StoreSample.LoadAsync(graph, vault, [2, 1]);
        await graph.DecideAsync([Decided("бірінші \"first\"")], new CaseVersion(1, 0), Ct);
        await StoreSample.LoadAsync(graph, vault, [1, 3]);
        await using (var load = await graph.BeginLoadAsync(Ct))
        {
            await vault.PutAsync(new MemoryStream(StoreSample.Bytes(4)), Ct);
            await load.BeginDocumentAsync(StoreSample.Document(4), Ct);
            await load.AppendAsync(Row(4), Ct);
            await load.AppendAsync([.. EveryFact.All.Select((f, i) => new FactRow(f, StoreSample.Document(4).Hash, i / 3))], Ct);
            await load.AppendAsync([new Reject("AMOUNT_NOT_A_NUMBER", "bank-4.csv", 9, "", "", "No.", "line\nfeed \u0000 ; \"x\""), .. StoreSample.Rejects(4)], Ct);
            await load.CommitAsync(Ct);
        }

        await graph.DecideAsync([Decided("second"), Decided("third") with { Item = "I1", Replaces = 1, On = Day.None }], new CaseVersion(3, 1), Ct);
    }

    private static Decision Decided(string reason) => new(0, DecisionKinds.Exclude, "bank-1.csv", "", "investigator", Day.Of(2024, 5, 6), reason);

    /// <summary>One row with every column, one with the ends of the ranges and empty texts, one that says nothing.</summary>
    private static PostingPage Row(int document)
    {
        var p = PostingPage.Allocate(StoreSample.Document(document).Hash, ["", "KZ0001", "Дүкен №5"], ["S2", "S1"], ["EUR", "KZT"], 3);
        (p.Statement[0], p.Row[0], p.Account[0], p.Counterparty[0], p.Minor[0], p.CounterMinor[0]) = (1, 1, 1, 2, -500, 1);
        (p.BookingDay[0], p.ValueDay[0], p.Instant[0], p.Currency[0], p.CounterCurrency[0]) = (19_000, 0, 1_641_600_000_123, 1, 0);
        (p.Kind[0], p.Origin[0], p.Balance[0], p.CounterBalance[0]) = (PostingKind.Exchange, PostingOrigin.Inferred, -7, 0);
        (p.Reference[0], p.EndToEndId[0], p.LocalId[0], p.CounterpartyName[0], p.Text[0]) = ("ref-1", "E2E-1", "L-1", "Әлі Үлгі", "Оплата \"по\" \\ ДОГОВОРУ\t7 \U0001F3E6");
        (p.Row[1], p.Account[1], p.Minor[1], p.BookingDay[1], p.ValueDay[1], p.Instant[1]) = (3, 1, long.MaxValue, -1, 2_932_896, long.MaxValue);
        (p.Kind[1], p.Balance[1], p.Text[1], p.Reference[1], p.CounterpartyName[1]) = (PostingKind.Reversal, long.MaxValue, "", "", "\0 a zero");
        (p.Row[2], p.BookingDay[2], p.ValueDay[2]) = (int.MaxValue, Day.NoneNumber, Day.NoneNumber);
        return p;
    }
}

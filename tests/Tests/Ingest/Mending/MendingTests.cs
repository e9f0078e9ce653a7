using System.Text;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Formats.Folder;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Mending;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest.Mending;

/// <summary>Rejected rows go out with the original's header, and come back as rows.</summary>
public class MendingTests
{
    private const string Json = """
        {"schema": "fininvest.mapping/1", "name": "bank", "files": [{"pattern": "*.csv", "target": "postings", "encoding": "windows-1251", "delimiter": ";", "decimal": ",",
          "columns": {"booking_day": "Дата", "amount": "Сумма", "currency": {"constant": "KZT"}, "text": "Назначение"}, "statement": {"id": "S9", "account": "A"}}]}
        """;

    [Fact]
    public void A_mended_row_of_a_mapped_file_is_read_like_the_original()
    {
        using var mappingText = new MemoryStream(Encoding.UTF8.GetBytes(Json));
        var mapping = RecordMapping.Load(mappingText, out _)!;
        var original = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Выписка\nДата;Сумма;Назначение\n2024-01-05;1,00;\"a; b\"\n2024-01-06;один;\"c; \"\"d\"\"\"\n2024-01-07;3,00\n");
        var rejects = Read(MappedFileReader.Read(new MemoryStream(original), Document("x.csv"), mapping, ReadingContext.Of(null))).Rejects;
        Assert.Equal(2, rejects.Count);
        using var sheet = new MemoryStream();
        Assert.Equal(2, RejectedRows.Write(sheet, new MemoryStream(original), "x.csv", mapping, rejects));
        var text = Encoding.UTF8.GetString(sheet.ToArray());
        Assert.Contains("reject_line;reject_code;reject_sentence;Дата;Сумма;Назначение\n", text, StringComparison.Ordinal);
        Assert.Contains("4;AMOUNT_NOT_A_NUMBER;", text, StringComparison.Ordinal);

        var mended = text.Replace("один", "2,00", StringComparison.Ordinal).Replace(";2024-01-07;3,00", ";2024-01-07;3,00;", StringComparison.Ordinal);
        using var target = new MemoryStream();
        MendedRows.Strip(new MemoryStream(Encoding.UTF8.GetBytes(mended)), target, MendedRows.OriginalName("x.csv.rejects.csv"), mapping);
        var again = Read(MappedFileReader.Read(new MemoryStream(target.ToArray()), Document("x.csv"), mapping, ReadingContext.Of(null)));
        Assert.Empty(again.Rejects);
        Assert.Equal([(200L, "c; \"d\""), (300L, null)], again.Rows);
    }

    [Fact]
    public void A_mended_row_of_the_folder_format_is_read_like_the_original()
    {
        const string original = "# ours\nstatement,row,account,booking_day,amount,currency\nS1,1,A,2024-01-05,ten,USD\n";
        var rejects = Read(FolderFormat.Read("postings-x.csv", new MemoryStream(Encoding.UTF8.GetBytes(original)), Document("postings-x.csv"), ReadingContext.Of(null))).Rejects;
        using var sheet = new MemoryStream();
        RejectedRows.Write(sheet, new MemoryStream(Encoding.UTF8.GetBytes(original)), "postings-x.csv", null, rejects);
        using var target = new MemoryStream();
        MendedRows.Strip(new MemoryStream(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sheet.ToArray()).Replace("ten", "10.00", StringComparison.Ordinal))), target, "postings-x.csv", null);
        var again = Read(FolderFormat.Read("postings-x.csv", new MemoryStream(target.ToArray()), Document("postings-x.csv"), ReadingContext.Of(null)));
        Assert.Empty(again.Rejects);
        Assert.Equal([(1000L, null)], again.Rows);
    }

    [Theory]
    [InlineData("postings.csv", "a,b\n1,2\n", "no file of rejected rows")]
    [InlineData("postings.csv.rejects.csv", "a,b\n1,2\n", "does not begin with the columns")]
    [InlineData("postings.csv.rejects.csv", "reject_line;reject_code;reject_sentence;statement\n1;X;\"y\";S\n", "fewer than three cells")]
    public void What_is_no_file_of_rejected_rows_is_refused_with_a_sentence(string name, string text, string sentence)
    {
        using var target = new MemoryStream();
        var fault = Assert.Throws<ArgumentException>(() => MendedRows.Strip(new MemoryStream(Encoding.UTF8.GetBytes(text)), target, MendedRows.OriginalName(name), null));
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
    }

    private static SourceDocument Document(string name) => new(Sha256.Of([]), name, 0);

    private static (List<Reject> Rejects, List<(long, string?)> Rows) Read(IEnumerable<RecordBatch> batches)
    {
        var all = batches.ToList();
        return ([.. all.SelectMany(b => b.Rejects)],
            [.. all.Select(b => b.Page).OfType<FinInvest.Graph.Model.Ledgers.PostingPage>().SelectMany(p => Enumerable.Range(0, p.Count).Select(i => (p.Minor[i], p.Text[i])))]);
    }
}

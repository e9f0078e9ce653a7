using System.Text;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Tests.House;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest;

/// <summary>docs/formats.md says what the code does: files and columns, codes, properties of a mapping, its examples.</summary>
public class FormatsPageTests
{
    private static readonly string Page = Repository.Text("docs/formats.md");

    [Fact]
    public void Every_file_stands_with_its_columns_as_the_code_has_them()
    {
        foreach (var file in FactFiles.All)
        {
            Assert.Contains(FileTable(file), Page, StringComparison.Ordinal);
        }

        Assert.Equal(FactFiles.All.Count, Page.Split("\n### `").Length - 1);
    }

    [Fact]
    public void Every_code_stands_with_its_sentence() => Assert.Contains(CodeTable(), Page, StringComparison.Ordinal);

    [Fact]
    public void Every_note_and_every_property_of_a_mapping_stands_there()
    {
        Assert.All(NoteCodes.All, code => Assert.Contains($"| `{code}` |", Page, StringComparison.Ordinal));
        foreach (var property in typeof(FileMapping).GetProperties().Select(p => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name)))
        {
            Assert.True(Page.Contains($"| `{property}` |", StringComparison.Ordinal) || Page.Contains($"`{property}` |", StringComparison.Ordinal) || Page.Contains($"| `{property}`,", StringComparison.Ordinal), property);
        }
    }

    [Fact]
    public void The_example_mapping_reads_the_example_statement()
    {
        var json = Page.Split("```json\n")[1].Split("```")[0];
        var mapping = RecordMapping.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)), out var problems);
        Assert.Empty(problems);
        var reading = Reading.Mapped("example-bank.csv", File.ReadAllBytes(Path.Combine(Repository.Root, "sample-data", "mappings", "example-bank.csv")), mapping!);
        Assert.Equal((4, 1, 0), (reading.Postings, reading.Facts.Count, reading.Rejects.Count));
    }

    [Fact]
    public void The_example_folder_loads_without_a_fault()
    {
        var files = Page.Split("### Example\n\n```\n")[1].Split("```")[0].Split("# ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(8, files.Length);
        foreach (var file in files)
        {
            var name = file[..(file.IndexOf(".csv", StringComparison.Ordinal) + 4)];
            var reading = Reading.Own(name, file[(file.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            Assert.True(reading.Rejects.Count == 0, name + string.Concat(reading.Rejects.Select(r => r.Sentence)));
        }
    }

    [Fact]
    public void Limits_stand_as_they_are()
    {
        foreach (var limit in new[] { Limits.LineCharsMax, Limits.QuotedCharsMax, Limits.ColumnsMax, Limits.RowsMax, Limits.HeaderLinesMax })
        {
            Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {limit:N0} |"), Page, StringComparison.Ordinal);
        }
    }

    private static string FileTable(FactFile file)
    {
        var text = new StringBuilder($"### `{file.FileName}`\n{file.Meaning}\n\n| column | meaning | example |\n|---|---|---|\n");
        foreach (var column in file.Columns)
        {
            text.Append($"| `{column.Name}`{(column.Required ? " **needed**" : "")} | {column.Meaning} | {(column.Example.Length > 0 ? $"`{column.Example}`" : "")} |\n");
        }

        return text.ToString();
    }

    private static string CodeTable()
    {
        var text = new StringBuilder("| code | sentence |\n|---|---|\n");
        foreach (var (code, sentence) in RejectCodes.Sentences)
        {
            text.Append($"| `{code}` | {sentence} |\n");
        }

        return text.ToString();
    }
}

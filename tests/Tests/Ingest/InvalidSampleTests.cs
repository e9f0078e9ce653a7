using System.Globalization;
using System.Reflection;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Tests.House;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest;

/// <summary>sample-data/invalid: one fault per file, each told by code, line and column; every code has a file, every file a line in expected-errors.csv.</summary>
public class InvalidSampleTests
{
    /// <summary>A file with 2^31 rows is no sample.</summary>
    private static readonly string[] WithoutSample = [RejectCodes.FileTooManyRows];

    private static readonly string Folder = Path.Combine(Repository.Root, "sample-data", "invalid");

    private sealed record Expected(string File, string Code, string Row, string Column);

    private static List<Expected> Table() => [.. File.ReadAllLines(Path.Combine(Folder, "expected-errors.csv")).Skip(1).Select(l => l.Split(',')).Select(c => new Expected(c[0], c[1], c[2], c[3]))];

    public static TheoryData<string> Files() => [.. Table().Select(e => e.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_fault_is_told_by_code_line_and_column(string file)
    {
        var expected = Table().Single(e => e.File == file);
        var bytes = File.ReadAllBytes(Path.Combine(Folder, file));
        var mappingFile = Path.Combine(Folder, Path.GetDirectoryName(file)!, "mapping.json");
        // Two currencies with different decimals, so that none can be assumed.
        var context = new ReadingContext(new Dictionary<string, int> { ["KZT"] = 2, ["JPY"] = 0 }, "KZT");
        Reading reading;
        if (File.Exists(mappingFile))
        {
            using var json = File.OpenRead(mappingFile);
            reading = Reading.Mapped(Path.GetFileName(file), bytes, RecordMapping.Load(json, out _)!, context);
        }
        else
        {
            reading = Reading.Own(Path.GetFileName(file), bytes, context);
        }

        var reject = Assert.Single(reading.Rejects);
        Assert.Equal(expected.Code, reject.Code);
        Assert.Equal(expected.Column, reject.Column);
        Assert.True(expected.Row.Length == 0 || int.Parse(expected.Row, CultureInfo.InvariantCulture) == reject.Row, $"line {reject.Row}");
        Assert.StartsWith(RejectCodes.Sentences[reject.Code], reject.Sentence, StringComparison.Ordinal);
        Assert.Equal(Path.GetFileName(file), reject.File);
        Assert.True(reject.Text.Length < 300 && reject.Raw.Length <= Limits.RejectRawCharsMax + 100);
    }

    [Fact]
    public void Every_file_is_expected_and_every_expectation_has_its_file()
    {
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
            .Where(f => f != "expected-errors.csv" && !f.EndsWith("/mapping.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(files, Table().Select(e => e.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_has_a_sample_and_a_sentence()
    {
        var codes = typeof(RejectCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(codes.Order(StringComparer.Ordinal), RejectCodes.Sentences.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(codes.Except(WithoutSample).Order(StringComparer.Ordinal), Table().Select(e => e.Code).Distinct().Order(StringComparer.Ordinal));
    }
}

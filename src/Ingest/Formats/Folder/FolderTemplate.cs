using FinInvest.Graph.Ingest.Facts;

namespace FinInvest.Graph.Ingest.Formats.Folder;

/// <summary>Every file of the folder format as a person begins it: what it is, its header, and a commented example row.</summary>
public static class FolderTemplate
{
    /// <summary>File name and content (UTF-8, line feeds).</summary>
    public static IReadOnlyList<(string Name, string Content)> Files { get; } = [.. FactFiles.All.Select(f => (f.FileName, Content(f)))];

    private static string Content(FactFile file) =>
        $"# {file.Meaning}\n{string.Join(',', file.Columns.Select(c => c.Name))}\n#{string.Join(',', file.Columns.Select(c => Quoted(c.Example)))}\n";

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

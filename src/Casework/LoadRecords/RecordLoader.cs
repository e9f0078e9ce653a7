using System.Security.Cryptography;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Formats.Folder;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>The use case "load files into a case": one call is one load, all or nothing; every file has its receipt.</summary>
public sealed class RecordLoader(ICaseGraph graph, IVault vault)
{
    /// <summary>Rejects kept for showing; the store keeps all of them.</summary>
    public const int RejectsShownMax = 1_000;

    private static readonly string[] Permitted = ["court", "intelligence"];

    /// <param name="inputs">Files and folders; folders give their files in ordinal order of name.</param>
    /// <exception cref="ArgumentException">An input does not exist, or the grade or permission is no such thing.</exception>
    public async Task<LoadOutcome> LoadAsync(IReadOnlyList<string> inputs, LoadOptions options, IProgress<LoadProgress>? progress, CancellationToken ct)
    {
        CheckGrade(options);
        var files = Expand(inputs);
        var version = await graph.VersionAsync(ct);
        var held = await graph.FactsAsync(version, ct);
        var context = Context(files, held);
        var rejects = new List<Reject>();
        var notes = new List<string>();
        long total = 0;
        await using var load = await graph.BeginLoadAsync(ct);
        for (var i = 0; i < files.Count; i++)
        {
            progress?.Report(new LoadProgress(files[i].Name, i + 1, files.Count, 0));
            total += await LoadFileAsync(load, files[i], i, files.Count, options, context, rejects, notes, progress, ct);
        }

        var receipt = await load.CommitAsync(ct);
        return new LoadOutcome(receipt, rejects, total, notes);
    }

    private async Task<long> LoadFileAsync(ILoad load, InputFile file, int number, int files, LoadOptions options, ReadingContext context, List<Reject> rejects, List<string> notes,
        IProgress<LoadProgress>? progress, CancellationToken ct)
    {
        Sha256 hash;
        await using (var raw = File.OpenRead(file.Path))
        {
            hash = await vault.PutAsync(raw, ct);
        }

        var byFolder = options.Mapping is null || FolderFormat.Knows(file.Name);
        var document = new SourceDocument(hash, file.Name, new FileInfo(file.Path).Length, options.Partner, byFolder ? "" : options.Mapping!.Describe());
        if (!await load.BeginDocumentAsync(document, ct))
        {
            notes.Add($"{file.Name}: nothing new, the case already holds this file ({hash.Short()}).");
            return 0;
        }

        if (options.Grade.Length > 0 || options.Partner.Length > 0 || options.Permissions is { Count: > 0 })
        {
            await load.AppendAsync([new FactRow(GradeOf(document, options), hash, 0)], ct);
        }

        long rejected = 0, rows = 0;
        await using var content = await vault.OpenAsync(hash, ct);
        foreach (var batch in Read(file, content, document, options.Mapping, context))
        {
            ct.ThrowIfCancellationRequested();
            if (batch.Page is { Count: > 0 } page)
            {
                await load.AppendAsync(page, ct);
            }

            if (batch.Facts.Count > 0)
            {
                await load.AppendAsync(batch.Facts, ct);
            }

            if (batch.Rejects.Count > 0)
            {
                await load.AppendAsync(batch.Rejects, ct);
                rejected += batch.Rejects.Count;
                rejects.AddRange(batch.Rejects.Take(RejectsShownMax - rejects.Count));
            }

            rows += batch.RowsRead;
            progress?.Report(new LoadProgress(file.Name, number + 1, files, rows));
        }

        return rejected;
    }

    private static IEnumerable<RecordBatch> Read(InputFile file, Stream content, SourceDocument document, RecordMapping? mapping, ReadingContext context)
    {
        if (FolderFormat.Knows(file.Name) && mapping?.Covers(file.Name) != true)
        {
            return FolderFormat.Read(file.Name, content, document, context);
        }

        if (mapping is not null && mapping.Covers(file.Name))
        {
            return MappedCsvReader.Read(content, document, mapping, context);
        }

        return [new RecordBatch(null, [], [new Reject("FILE_NOT_RECOGNISED", file.Name, 0, "", "", mapping is null
            ? $"{file.Name} is not a file of the folder format; draft a mapping with `fininvest map {file.Name}` and load it with --mapping."
            : $"{file.Name} matches no file pattern of the mapping and is not a file of the folder format.")], 0)];
    }

    private static DocumentGrade GradeOf(SourceDocument document, LoadOptions options) => new("load:" + document.Hash.Short(16), document.Hash.Hex,
        options.RootSource.Length > 0 ? options.RootSource : options.Partner, options.Partner, options.Grade, options.Permissions);

    private static ReadingContext Context(IReadOnlyList<InputFile> files, CaseFacts held)
    {
        var header = held.Header;
        if (files.FirstOrDefault(f => f.Name == "case.csv") is { } own)
        {
            using var stream = File.OpenRead(own.Path);
            header = FolderFormat.ReadHeader(stream) ?? header;
        }

        return ReadingContext.For(header?.Currencies ?? []);
    }

    private static void CheckGrade(LoadOptions options)
    {
        if (options.Grade.Length > 0 && !(options.Grade.Length == 2 && options.Grade[0] is >= 'A' and <= 'F' && options.Grade[1] is >= '1' and <= '6'))
        {
            throw new ArgumentException($"'{options.Grade}' is no grade: type a letter A to F for the source and a digit 1 to 6 for the content, such as B2.");
        }

        if (options.Permissions?.FirstOrDefault(p => !Permitted.Contains(p, StringComparer.Ordinal)) is { } wrong)
        {
            throw new ArgumentException($"'{wrong}' is no permission: type court or intelligence.");
        }
    }

    private static List<InputFile> Expand(IReadOnlyList<string> inputs)
    {
        var files = new List<InputFile>();
        foreach (var input in inputs)
        {
            if (Directory.Exists(input))
            {
                files.AddRange(Directory.EnumerateFiles(input).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal).Select(f => new InputFile(Path.GetFileName(f), f)));
            }
            else if (File.Exists(input))
            {
                files.Add(new InputFile(Path.GetFileName(input), input));
            }
            else
            {
                throw new ArgumentException($"There is no file or folder '{input}'.");
            }
        }

        return files.Count > 0 ? files : throw new ArgumentException("There is nothing to load: the folder holds no file.");
    }

    private sealed record InputFile(string Name, string Path);
}

using System.Security.Cryptography;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Formats.Folder;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>
/// The use case "load files into a case": one call is one load, all or nothing; every file has its receipt. A loader that is kept from one load to the next remembers
/// what it knows of the case and reads it anew only where somebody else has loaded in between; it is for one load at a time.
/// </summary>
public sealed class RecordLoader(ICaseGraph graph, IVault vault)
{
    /// <summary>Rejects kept for showing; the store keeps all of them.</summary>
    public const int RejectsShownMax = 1_000;

    /// <summary>A folder's own mapping, taken where none is given.</summary>
    public const string MappingFile = "mapping.json";

    private const string CaseCsv = "case.csv";
    private static readonly string[] First = ["case", "accounts", "statements"];
    private static readonly string[] Permitted = ["court", "intelligence"];
    private KnownRecords? remembered;
    private CaseVersion rememberedAt;
    private IReadOnlyList<Decision> expunged = [];

    /// <param name="inputs">Files and folders; folders give their files in ordinal order of name.</param>
    /// <exception cref="ArgumentException">An input does not exist, or the grade or permission is no such thing.</exception>
    public async Task<LoadOutcome> LoadAsync(IReadOnlyList<string> inputs, LoadOptions options, IProgress<LoadProgress>? progress, CancellationToken ct)
    {
        CheckGrade(options);
        var files = Expand(inputs, options.Mapping);
        var version = await graph.VersionAsync(ct);
        KnownRecords known;
        if (remembered is { } r && rememberedAt == version && !files.Exists(f => f.Name == CaseCsv))
        {
            known = r;
        }
        else
        {
            var held = await graph.FactsAsync(version, ct);
            expunged = [.. held.Decisions.Where(d => d.Kind == DecisionKinds.Expunge)];
            known = Known(files, held);
        }

        await RefuseExpungedAsync(files, expunged, ct);
        remembered = null;
        var rejects = new List<Reject>();
        var notes = Subfolders(inputs);
        long total = 0;
        var isRead = false;
        var spans = new AccountSpans();
        await using var load = await graph.BeginLoadAsync(ct);
        for (var i = 0; i < files.Count; i++)
        {
            progress?.Report(new LoadProgress(files[i].Name, i + 1, files.Count, 0));
            var (rejected, some) = await LoadFileAsync(load, files[i], i, files.Count, options, known, rejects, notes, spans, progress, ct);
            total += rejected;
            isRead |= some;
        }

        if (options.OnlyIfRead && !isRead)
        {
            return new LoadOutcome(new LoadReceipt(0, version, []), rejects, total, notes);
        }

        var receipt = await load.CommitAsync(ct);
        var isAlone = receipt.Version.Loads - version.Loads == (receipt.Load == 0 ? 0 : 1);
        (remembered, rememberedAt) = (known.IsDoubtful || !isAlone ? null : known, receipt.Version);
        return new LoadOutcome(receipt, rejects, total, notes, spans.All);
    }

    /// <summary>Before a byte of it is in the vault again: a document that a court's order took out stays out.</summary>
    private static async Task RefuseExpungedAsync(List<InputFile> files, IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        var orders = decisions.GroupBy(d => d.Subject, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var file in orders.Count == 0 ? [] : files)
        {
            await using var content = File.OpenRead(file.Path);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
            if (orders.TryGetValue(hash, out var order))
            {
                throw new CaseRefusalException($"{file.Name}: {CourtOrder.Sentence(new Sha256(hash), order)} Nothing was loaded.");
            }
        }
    }

    /// <returns>How many rows were rejected, and whether any row or fact was read or is held already.</returns>
    private async Task<(long Rejected, bool IsRead)> LoadFileAsync(ILoad load, InputFile file, int number, int files, LoadOptions options, KnownRecords known, List<Reject> rejects, List<string> notes,
        AccountSpans spans, IProgress<LoadProgress>? progress, CancellationToken ct)
    {
        if (NotRecognised(file) is { } unknown)
        {
            // Not kept: once its mapping is drafted the same file must still be new to the case.
            rejects.AddRange(new[] { unknown }.Take(RejectsShownMax - rejects.Count));
            return (1, false);
        }

        Sha256 hash;
        await using (var raw = File.OpenRead(file.Path))
        {
            hash = await vault.PutAsync(raw, ct);
        }

        var document = new SourceDocument(hash, file.Name, new FileInfo(file.Path).Length, options.Partner, file.Mapping?.Covers(file.Name) == true ? file.Mapping.Label(file.Name) : "");
        if (!await load.BeginDocumentAsync(document, ct))
        {
            notes.Add($"{file.Name}: nothing new, the case already holds this file ({hash.Short()}).{OtherMapping(document, (await graph.FactsAsync(await graph.VersionAsync(ct), ct)).Documents)}{GradeUnused(document, options)}");
            return (0, true);
        }

        if (options.Grade.Length > 0 || options.Partner.Length > 0 || options.Permissions is { Count: > 0 })
        {
            await load.AppendAsync([new FactRow(GradeOf(document, options), hash, 0)], ct);
        }

        long rejected = 0, rows = 0;
        var isRead = false;
        await using var content = await vault.OpenAsync(hash, ct);
        foreach (var batch in Read(file, content, document, known.Context))
        {
            ct.ThrowIfCancellationRequested();
            isRead |= batch.Page is { Count: > 0 } || batch.Facts.Count > 0;
            if (batch.Page is { Count: > 0 } page)
            {
                await load.AppendAsync(page, ct);
                spans.Add(page);
            }

            if (batch.Facts.Count > 0)
            {
                known.Learn(batch.Facts);
                await load.AppendAsync(batch.Facts, ct);
            }

            if (batch.Rejects.Count > 0)
            {
                await load.AppendAsync(batch.Rejects, ct);
                rejected += batch.Rejects.Count;
                rejects.AddRange(batch.Rejects.Take(RejectsShownMax - rejects.Count));
            }

            notes.AddRange((batch.Notes ?? []).Select(n => $"{file.Name}: {n.Sentence}"));
            rows += batch.RowsRead;
            progress?.Report(new LoadProgress(file.Name, number + 1, files, rows));
        }

        return (rejected, isRead);
    }

    /// <summary>A document is graded by the load that brings it in; afterwards by a line of its own, which is a document too.</summary>
    private static string GradeUnused(SourceDocument document, LoadOptions options) => options.Grade.Length == 0 ? ""
        : $" Its grade was not changed: add the line {document.Name},{options.RootSource},{options.Partner},{options.Grade},{string.Join(';', options.Permissions ?? [])} to a documents.csv (document,root_source,partner,grade,permissions) and load that.";

    private static IEnumerable<RecordBatch> Read(InputFile file, Stream content, SourceDocument document, ReadingContext context)
    {
        if (file.Mapping?.Covers(file.Name) == true)
        {
            return MappedFileReader.Read(content, document, file.Mapping, context);
        }

        return FolderFormat.Read(file.Name, content, document, context);
    }

    private static Reject? NotRecognised(InputFile file) => file.Mapping?.Covers(file.Name) == true || FolderFormat.Knows(file.Name) ? null
        : new Reject("FILE_NOT_RECOGNISED", file.Name, 0, "", "", file.Mapping is null
            ? $"{file.Name} is not a file of the folder format and was not read: draft a mapping with `fininvest map {file.Name} -o mapping.json` and load it with --mapping."
            : $"{file.Name} fits no file pattern of the mapping, is not a file of the folder format, and was not read: add an entry for it to the mapping.");

    /// <summary>A case reads a file once; who comes with another mapping must hear that it did not count.</summary>
    private static string OtherMapping(SourceDocument document, IReadOnlyList<SourceDocument> held)
    {
        var earlier = held.FirstOrDefault(d => d.Hash == document.Hash);
        return earlier is null || earlier.Mapping == document.Mapping ? ""
            : $" It was read with {(earlier.Mapping.Length > 0 ? "mapping " + earlier.Mapping : "no mapping")}, and a case reads a file once, so {(document.Mapping.Length > 0 ? "mapping " + document.Mapping : "the folder format")} did not count: load the case's files into a new workspace (-w) with the right mapping.";
    }

    private static DocumentGrade GradeOf(SourceDocument document, LoadOptions options) => new("load:" + document.Hash.Short(16), document.Hash.Hex,
        options.RootSource.Length > 0 ? options.RootSource : options.Partner, options.Partner, options.Grade, options.Permissions);

    /// <summary>What readers know of the case: its currencies, and the accounts and statements it holds; both grow while the load goes on.</summary>
    private static KnownRecords Known(IReadOnlyList<InputFile> files, CaseFacts held)
    {
        var header = held.Header;
        if (files.FirstOrDefault(f => f.Name == CaseCsv) is { } own)
        {
            using var stream = File.OpenRead(own.Path);
            header = FolderFormat.ReadHeader(stream) ?? header;
        }

        return new KnownRecords(header, held.AllRows);
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

    /// <summary>Files in an order in which each knows what it names: the case, accounts and statements before rows; else by name.</summary>
    private static List<InputFile> Expand(IReadOnlyList<string> inputs, RecordMapping? mapping)
    {
        var files = new List<InputFile>();
        foreach (var input in inputs)
        {
            if (Directory.Exists(input))
            {
                var own = Path.Combine(input, MappingFile);
                var taken = mapping ?? (File.Exists(own) ? ReadMapping(own) : null);
                files.AddRange(Directory.EnumerateFiles(input).Where(f => !Path.GetFileName(f).StartsWith('.') && Path.GetFileName(f) != MappingFile)
                    .Select(f => new InputFile(Path.GetFileName(f), f, taken)));
            }
            else if (File.Exists(input))
            {
                files.Add(new InputFile(Path.GetFileName(input), input, mapping));
            }
            else
            {
                throw new ArgumentException($"There is no file or folder '{input}'.");
            }
        }

        return files.Count > 0 ? [.. files.OrderBy(f => Rank(f.Name)).ThenBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)]
            : throw new ArgumentException("There is nothing to load: the folder holds no file.");
    }

    private static List<string> Subfolders(IReadOnlyList<string> inputs) =>
        [.. inputs.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal).Select(f => $"{f} is a folder inside a folder and was not read: name it to load it.")];

    /// <exception cref="ArgumentException">The file is no mapping; the message lists its problems.</exception>
    public static RecordMapping ReadMapping(string path)
    {
        if (!File.Exists(path))
        {
            throw new ArgumentException($"There is no mapping '{path}'. Draft one: fininvest map FILE -o {path}");
        }

        using var json = File.OpenRead(path);
        return RecordMapping.Load(json, out var problems) ?? throw new ArgumentException($"{path} is no mapping: {string.Join(" ", problems)}");
    }

    /// <summary>Place of a file among others by its name: smaller first, since later ones may name what earlier ones bring.</summary>
    public static int Rank(string fileName)
    {
        var at = Array.FindIndex(First, f => fileName.StartsWith(f, StringComparison.Ordinal));
        return at < 0 ? First.Length : at;
    }

    private sealed record InputFile(string Name, string Path, RecordMapping? Mapping);
}

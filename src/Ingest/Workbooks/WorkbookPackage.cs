using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>
/// The zip archive of a workbook and its parts as XML. Nothing in it is trusted: entries are counted before the archive is opened, document types and entities are refused,
/// nesting, names and sizes have limits, and no part ever leads out of the archive.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly long packed;
    private readonly UnpackedBytes budget;

    /// <param name="content">Seekable; stays open.</param>
    public WorkbookPackage(Stream content)
    {
        packed = content.Length;
        budget = new UnpackedBytes(packed);
        CheckEntries(content);
        content.Position = 0;
        try
        {
            zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries)
            {
                if (!parts.TryAdd(entry.FullName.Replace('\\', '/'), entry))
                {
                    throw WorkbookException.Unsafe($"It holds {entry.FullName} twice, so it is not clear which one counts.");
                }
            }
        }
        catch (InvalidDataException)
        {
            throw WorkbookException.Damaged("The archive cannot be opened.");
        }
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <param name="again">The part has been read to its end before, so that its size is known to be within the limits.</param>
    public XmlReader Open(string part, bool again = false)
    {
        if (!parts.TryGetValue(part, out var entry))
        {
            throw WorkbookException.Damaged($"It lacks its part {part}.");
        }

        // Text is UTF-8 whatever the declaration says: what an author declares must not change how limits are counted.
        var text = new StreamReader(new PartStream(entry, again ? new UnpackedBytes(packed) : budget), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 1 << 16);
        return XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNames(),
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>Parts that a part leads to: id, last word of the type, and target within the archive.</summary>
    public IReadOnlyList<(string Id, string Type, string Target)> Leads(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..slash];
        var path = $"{(folder.Length > 0 ? folder + "/" : "")}_rels/{part[(slash + 1)..]}.rels";
        var leads = new List<(string, string, string)>();
        if (!Has(path))
        {
            return leads;
        }

        using var xml = Open(path);
        while (xml.Step())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Target") is { Length: > 0 } target && xml.GetAttribute("Type") is { } type)
            {
                leads.Add((xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Absolute(folder, target)));
            }
        }

        return leads;
    }

    public void Dispose() => zip.Dispose();

    private static string Absolute(string folder, string target)
    {
        if (target[0] == '/')
        {
            return target[1..];
        }

        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(0, path.Count - 1), Math.Min(1, path.Count));
            }
            else if (step is not ("." or ""))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    /// <summary>Every entry of the archive's list begins with four bytes of its own; they are counted before the list is taken into memory, whatever number it states.</summary>
    private static void CheckEntries(Stream content)
    {
        content.Position = 0;
        var block = new byte[1 << 16];
        int kept = 0, entries = 0;
        for (int read; (read = content.Read(block, kept, block.Length - kept)) > 0;)
        {
            var bytes = block.AsSpan(0, kept + read);
            for (int at; (at = bytes.IndexOf("PK\x01\x02"u8)) >= 0; bytes = bytes[(at + 4)..])
            {
                entries++;
            }

            if (entries > Limits.WorkbookEntriesMax)
            {
                throw WorkbookException.Unsafe(string.Create(CultureInfo.InvariantCulture, $"Its archive has more than {Limits.WorkbookEntriesMax} entries."));
            }

            kept = Math.Min(3, bytes.Length);
            bytes[^kept..].CopyTo(block);
        }
    }
}

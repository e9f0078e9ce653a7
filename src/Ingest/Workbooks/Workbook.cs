using System.Globalization;
using System.Xml;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>An Excel workbook (.xlsx, .xlsm): its sheets in the order of their tabs, its texts, cell styles and date system. Macros, links and drawings are never looked at.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly WorkbookPackage package;
    private readonly List<(string Name, string Part)> sheets = [];

    private Workbook(WorkbookPackage package)
    {
        this.package = package;
        var main = package.Leads("").Where(l => l.Type == "officeDocument").Select(l => l.Target).FirstOrDefault();
        if (main is null || !package.Has(main))
        {
            throw WorkbookException.NotRead("It is a zip archive without a workbook in it.");
        }

        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            throw WorkbookException.NotRead("It is a binary workbook (.xlsb).");
        }

        var leads = package.Leads(main);
        var targets = leads.Where(l => l.Type == "worksheet").GroupBy(l => l.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Target, StringComparer.Ordinal);
        ReadMain(main, targets);
        Strings = Part(leads, "sharedStrings") is { } texts ? Use(texts, SharedStrings.Read) : SharedStrings.None;
        Forms = Part(leads, "styles") is { } styles ? Use(styles, CellForms.Read) : CellForms.None;
    }

    public SharedStrings Strings { get; }
    public CellForms Forms { get; }

    /// <summary>Days are counted from 1904-01-01.</summary>
    public bool Is1904 { get; private set; }

    /// <summary>Names of the sheets in the order of their tabs, hidden ones included.</summary>
    public IReadOnlyList<string> Names => [.. sheets.Select(s => s.Name)];

    /// <summary>A zip archive, or the container of old and of encrypted Excel files: told by the first bytes, since names lie.</summary>
    public static bool Knows(Stream content) => content.CanSeek && Begins(content) is [0x50, 0x4B, 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];

    /// <param name="content">Seekable; stays open.</param>
    /// <exception cref="WorkbookException">It cannot be read; the code says whether it is damaged, unsafe, too large, or of another kind.</exception>
    public static Workbook Open(Stream content)
    {
        if (Begins(content) is [0xD0, ..])
        {
            throw WorkbookException.NotRead("It is an Excel file of before 2007 (.xls), or one with a password.");
        }

        var package = new WorkbookPackage(content);
        try
        {
            return new Workbook(package);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <param name="again">The sheet has been read to its end before.</param>
    public SheetRows Rows(int sheet, bool again = false) => new(package.Open(sheets[sheet].Part, again), this, sheets[sheet].Name);

    /// <summary>Whether the sheet has any filled cell.</summary>
    public bool HasRows(int sheet)
    {
        using var rows = Rows(sheet);
        while (rows.Next())
        {
            if (rows.Cells.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => package.Dispose();

    private static byte[] Begins(Stream content)
    {
        var from = content.Position;
        var bytes = new byte[8];
        var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        content.Position = from;
        return bytes[..read];
    }

    private static string? Part(IReadOnlyList<(string Id, string Type, string Target)> leads, string type) => leads.Where(l => l.Type == type).Select(l => l.Target).FirstOrDefault();

    private T Use<T>(string part, Func<XmlReader, T> read)
    {
        using var xml = package.Open(part);
        return read(xml);
    }

    private void ReadMain(string main, Dictionary<string, string> targets)
    {
        using var xml = package.Open(main);
        while (xml.Step())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                Is1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name && targets.TryGetValue(RelationId(xml), out var target))
            {
                // A sheet that is a chart or a dialog has no rows and is none of the targets.
                sheets.Add((name, target));
                if (sheets.Count > Limits.WorkbookSheetsMax)
                {
                    throw WorkbookException.TooLarge(string.Create(CultureInfo.InvariantCulture, $"It has more than {Limits.WorkbookSheetsMax} sheets."));
                }
            }
        }
    }

    /// <summary>The attribute r:id, whose namespace is another one in strict files.</summary>
    private static string RelationId(XmlReader xml)
    {
        var id = "";
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }
}

using System.IO.Compression;
using System.Text;

namespace FinInvest.Graph.Tests.Ingest.Workbooks;

/// <summary>A workbook made of its parts as text, so that a test says exactly what stands in the file. Styles: 0 plain, 1 built-in date, 2 dd.mm.yyyy hh:mm, 3 twelve digits with zeros in front, 4 span [h]:mm.</summary>
internal sealed class WorkbookParts
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);
    private readonly List<string> sheets = [];

    /// <param name="data">What stands inside sheetData of the first sheet.</param>
    public WorkbookParts(string data, bool is1904 = false, string shared = "", string after = "")
    {
        Is1904 = is1904;
        Add("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="[$-419]dd\.mm\.yyyy\ hh:mm;@"/><numFmt numFmtId="165" formatCode="000000000000"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>
            """);
        Add("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{shared}</sst>""");
        Sheet("Statement", data, after);
    }

    private bool Is1904 { get; }

    /// <summary>A sheet after those that are there.</summary>
    public WorkbookParts Sheet(string name, string data, string after = "", string attributes = "")
    {
        sheets.Add($"""<sheet name="{name}" sheetId="{sheets.Count + 1}" {attributes} r:id="rId{sheets.Count + 1}"/>""");
        return Add($"xl/worksheets/sheet{sheets.Count}.xml", $"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><dimension ref="A1:XFD1048576"/><sheetData>{data}</sheetData>{after}</worksheet>""");
    }

    /// <summary>A part, in place of one of that name.</summary>
    public WorkbookParts Add(string name, string xml)
    {
        parts[name] = xml;
        return this;
    }

    public byte[] Pack(Action<ZipArchive>? more = null)
    {
        parts.TryAdd("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><workbookPr date1904="{(Is1904 ? 1 : 0)}"/><sheets>{string.Concat(sheets)}</sheets></workbook>""");
        parts.TryAdd("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"""<Relationship Id="rId{i + 1}" Type="{Relations}/worksheet" Target="/xl/worksheets/sheet{i + 1}.xml"/>"""))}
            <Relationship Id="rIdT" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdS" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }

            more?.Invoke(zip);
        }

        return bytes.ToArray();
    }

    /// <summary>A row of cells: each a text (inline), or what begins with &lt; as it stands.</summary>
    public static string Row(int number, params string[] cells) => $"""<row r="{number}">{string.Concat(cells.Select((c, i) => c.Length == 0 ? "" : c[0] == '<' ? c.Replace("<c", $"<c r=\"{(char)('A' + i)}{number}\"", StringComparison.Ordinal)
        : $"""<c r="{(char)('A' + i)}{number}" t="inlineStr"><is><t>{c}</t></is></c>"""))}</row>""";

    public static string Number(string value, int style = 0) => $"""<c s="{style}"><v>{value}</v></c>""";
}

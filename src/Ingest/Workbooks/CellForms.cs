using System.Globalization;
using System.Xml;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>The form of each cell style of a workbook, by the number that cells name.</summary>
internal sealed class CellForms
{
    private readonly List<CellForm> forms = [];

    public static CellForms None { get; } = new();

    /// <summary>A style that is not there is none.</summary>
    public CellForm this[int style] => style >= 0 && style < forms.Count ? forms[style] : default;

    public static CellForms Read(XmlReader xml)
    {
        var found = new CellForms();
        var codes = new Dictionary<int, CellForm>();
        var isCells = false;
        while (xml.Step())
        {
            if (xml.LocalName == "cellXfs")
            {
                isCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && Number(xml, "numFmtId") is { } id)
            {
                codes[id] = CellForm.Of(xml.GetAttribute("formatCode") ?? "");
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && isCells)
            {
                var format = Number(xml, "numFmtId") ?? 0;
                found.forms.Add(codes.TryGetValue(format, out var form) ? form : CellForm.Of(format));
                if (found.forms.Count > Limits.WorkbookStylesMax)
                {
                    throw WorkbookException.Unsafe(string.Create(CultureInfo.InvariantCulture, $"It has more than {Limits.WorkbookStylesMax} cell styles."));
                }
            }
        }

        return found;
    }

    private static int? Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;
using System.Text;
using System.Xml;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>The texts that cells of a workbook name by number.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> texts = [];

    public static SharedStrings None { get; } = new();

    public string this[int index] => texts[index];

    public int Count => texts.Count;

    public static SharedStrings Read(XmlReader xml)
    {
        var strings = new SharedStrings();
        var scratch = new StringBuilder();
        long chars = 0;
        while (xml.Step())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
            {
                continue;
            }

            var text = xml.Text(scratch, "t");
            chars += text.Length;
            strings.texts.Add(text);
            if (chars > Limits.WorkbookTextCharsMax || strings.texts.Count > Limits.WorkbookTextsMax)
            {
                throw WorkbookException.TooLarge(string.Create(CultureInfo.InvariantCulture, $"Its shared texts are more than {Limits.WorkbookTextsMax}, or have more than {Limits.WorkbookTextCharsMax} characters."));
            }
        }

        return strings;
    }
}

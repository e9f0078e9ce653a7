using System.Globalization;
using System.Text;
using System.Xml;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>Steps through the XML of a part: every fault of it, and nesting that no workbook has, ends in a <see cref="WorkbookException"/>.</summary>
internal static class PartXml
{
    public static bool Step(this XmlReader xml)
    {
        try
        {
            var more = xml.Read();
            return xml.Depth <= Limits.WorkbookDepthMax ? more
                : throw WorkbookException.Unsafe(string.Create(CultureInfo.InvariantCulture, $"Its XML is nested deeper than {Limits.WorkbookDepthMax}."));
        }
        catch (XmlException e)
        {
            // The reader's words are English wherever it runs (resources of other languages are not carried), and name line and place.
            throw e.Message.Contains("DTD", StringComparison.Ordinal) ? WorkbookException.Unsafe("Its XML has a document type, which could lead to other files.") : WorkbookException.Damaged($"Its XML is broken: {e.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw WorkbookException.Damaged("Its XML is not UTF-8.");
        }
    }

    /// <summary>The text inside the element at hand, of itself or (<paramref name="only"/>) of its descendants of that name; phonetic guides are not text. Ends on the element's end.</summary>
    public static string Text(this XmlReader xml, StringBuilder scratch, string? only = null)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        scratch.Clear();
        var depth = xml.Depth;
        var taking = only is null;
        var guide = int.MaxValue;
        while (xml.Step() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh" && !xml.IsEmptyElement:
                    guide = Math.Min(guide, xml.Depth);
                    break;
                case XmlNodeType.Element when only is not null:
                    taking = xml.LocalName == only && !xml.IsEmptyElement && guide == int.MaxValue;
                    break;
                case XmlNodeType.EndElement:
                    guide = xml.Depth == guide ? int.MaxValue : guide;
                    taking = only is null;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when taking:
                    Append(xml, scratch);
                    break;
            }
        }

        return Unescaped(scratch.ToString());
    }

    private static void Append(XmlReader xml, StringBuilder scratch)
    {
        var piece = new char[1 << 12];
        try
        {
            for (int read; (read = xml.ReadValueChunk(piece, 0, piece.Length)) > 0;)
            {
                if (scratch.Append(piece, 0, read).Length > Limits.QuotedCharsMax)
                {
                    throw WorkbookException.Unsafe(string.Create(CultureInfo.InvariantCulture, $"A cell has more than {Limits.QuotedCharsMax} characters; a spreadsheet allows 32767."));
                }
            }
        }
        catch (XmlException e)
        {
            throw WorkbookException.Damaged($"Its XML is broken: {e.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw WorkbookException.Damaged("Its XML is not UTF-8.");
        }
    }

    /// <summary>Characters that XML cannot hold stand as _x000D_.</summary>
    private static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}

using FinInvest.Graph.Ingest.Records;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Where the header stands and whether it names what is needed.</summary>
internal sealed partial class RowSource
{
    private bool OpenOwn()
    {
        if (!Reader.Read())
        {
            return true;
        }

        if (Reader.Fault != RecordFault.None)
        {
            Reject(RowReject.CodeOf(Reader.Fault), "", Reader.Raw);
            return false;
        }

        TakeHeader();
        for (var i = 0; i < header.Length; i++)
        {
            if (target.IndexOf(header[i]) < 0)
            {
                Reject(RejectCodes.HeaderColumnUnknown, header[i], header[i], $"Columns of {target.FileName}: {string.Join(", ", target.Columns.Select(c => c.Name))}.");
                return false;
            }

            if (Array.IndexOf(header, header[i]) < i)
            {
                Reject(RejectCodes.HeaderColumnTwice, header[i], header[i]);
                return false;
            }
        }

        foreach (var column in target.Columns.Where(c => c.Required && Array.IndexOf(header, c.Name) < 0))
        {
            Reject(RejectCodes.HeaderColumnMissing, column.Name, "");
            return false;
        }

        return true;
    }

    /// <summary>The first line that names every mapped column. What stands above are title lines.</summary>
    private bool FindHeader()
    {
        var wanted = mapping.Columns.Values.Concat(mapping.SkipRows.Select(r => r.Column)).Select(c => c.Column).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var best = (Found: -1, Line: 0, Missing: "", Raw: "");
        for (var line = 0; line < Limits.HeaderLinesMax && Reader.Read(); line++)
        {
            if (Reader.Fault is RecordFault.ArchiveDamaged or RecordFault.NulByte or RecordFault.EncodingInvalid or RecordFault.LineTooLong)
            {
                Reject(RowReject.CodeOf(Reader.Fault), "", Reader.Raw);
                return false;
            }

            TakeHeader();
            var missing = wanted.Where(w => !Array.Exists(header, h => SameName(h, w))).ToList();
            if (missing.Count == 0)
            {
                return NamedOnce(wanted);
            }

            if (wanted.Count - missing.Count > best.Found)
            {
                best = (wanted.Count - missing.Count, Reader.Line, missing[0], Reader.Raw.ToString());
            }

            Skipped.Add(Reader.Line);
            Lines.Take();
        }

        if (best.Found >= 0)
        {
            Rejects.Add(RowReject.Of(RejectCodes.HeaderColumnMissing, fileName, best.Line, best.Missing, "", $"No line among the first {Limits.HeaderLinesMax} names all mapped columns; this one comes nearest.", best.Raw));
        }

        // An empty file is one without rows, not one without a header.
        return best.Found < 0;
    }

    private bool NamedOnce(List<string> wanted)
    {
        foreach (var name in wanted.Where(w => header.Count(h => SameName(h, w)) > 1))
        {
            Reject(RejectCodes.HeaderColumnTwice, name, name, "A mapping may name it by its position.");
            return false;
        }

        return true;
    }

    private void TakeHeader()
    {
        width = Reader.FieldCount;
        header = new string[width];
        for (var i = 0; i < width; i++)
        {
            header[i] = OneLine(Reader.Heading(i));
        }
    }

    /// <summary>Header cells may be broken over lines and padded.</summary>
    internal static string OneLine(ReadOnlySpan<char> cell) => string.Join(' ', cell.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool SameName(string header, string wanted) => string.Equals(header, OneLine(wanted), StringComparison.OrdinalIgnoreCase);
}

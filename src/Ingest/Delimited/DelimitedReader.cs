using System.Buffers;
using FinInvest.Graph.Ingest.Records;

namespace FinInvest.Graph.Ingest.Delimited;

/// <summary>
/// Records of delimited text as spans over one buffer. Written here because a court needs of every faulty line its number, its text as it
/// stood and the lines after it: a line with a fault is one record with <see cref="Fault"/> set, and reading goes on at the next line.
/// A quote opens a quoted cell only at the start of a cell, so that names with quotes inside stay as they are.
/// </summary>
internal sealed partial class DelimitedReader(TextReader reader, char delimiter, char quote = '"', bool comments = false) : RecordReader
{
    private readonly SearchValues<char> special = SearchValues.Create(quote == '\0' ? "\0\uFFFD" : quote + "\0\uFFFD");
    private static readonly SearchValues<char> Unreadable = SearchValues.Create("\0\uFFFD");
    private readonly int[] starts = new int[Limits.ColumnsMax];
    private readonly int[] lengths = new int[Limits.ColumnsMax];
    private char[] buffer = new char[1 << 15];
    private char[] scratch = new char[1 << 10];
    private int scratchUsed;
    private int start;
    private int end;
    private int next;
    private int rawLength;
    private int lines = 1;
    private bool atEnd;
    private bool skipLineRest;
    private bool damaged;

    public override ReadOnlySpan<char> Raw => buffer.AsSpan(start, rawLength);

    /// <summary>The cell as it reads: without its quotes, doubled quotes made single. Empty where the line has fewer columns.</summary>
    public override ReadOnlySpan<char> Field(int index)
    {
        if (index >= FieldCount)
        {
            return default;
        }

        var from = starts[index];
        return from >= 0 ? buffer.AsSpan(start + from, lengths[index]) : scratch.AsSpan(~from, lengths[index]);
    }

    /// <summary>Next record that is not blank (and not a comment, where those are known). False at the end.</summary>
    public override bool Read()
    {
        while (true)
        {
            start += next;
            Line += lines;
            next = lines = FieldCount = scratchUsed = rawLength = 0;
            Fault = RecordFault.None;
            if (skipLineRest)
            {
                SkipLineRest();
            }

            var lineEnd = LineEnd(0);
            if (damaged)
            {
                damaged = false;
                Fault = RecordFault.ArchiveDamaged;
                rawLength = 0;
                next = end - start;
                return true;
            }

            if (lineEnd < 0)
            {
                rawLength = next = Limits.LineCharsMax;
                skipLineRest = true;
                Fault = RecordFault.LineTooLong;
                return true;
            }

            if (lineEnd == 0 && atEnd && start == end)
            {
                return false;
            }

            Take(lineEnd);
            var line = Raw;
            if (line.IsWhiteSpace() || (comments && line[0] == '#'))
            {
                continue;
            }

            Split(line);
            return true;
        }
    }

    public override void Dispose() => reader.Dispose();

    private void Split(ReadOnlySpan<char> line)
    {
        var found = line.IndexOfAny(special);
        if (found < 0)
        {
            SplitPlain(line);
            return;
        }

        if (line.IndexOfAny(Unreadable) < 0)
        {
            SplitQuoted();
        }

        // A quoted cell may have taken in further lines, so the whole record is looked at again.
        var bad = Raw.IndexOfAny(Unreadable);
        if (bad >= 0)
        {
            Fault = Raw[bad] == '\0' ? RecordFault.NulByte : RecordFault.EncodingInvalid;
            FieldCount = 0;
        }
    }

    private void SplitPlain(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (true)
        {
            var length = line[at..].IndexOf(delimiter);
            if (!AddField(at, length < 0 ? line.Length - at : length))
            {
                return;
            }

            if (length < 0)
            {
                return;
            }

            at += length + 1;
        }
    }

    private void SplitQuoted()
    {
        var firstLine = (Length: rawLength, Next: next, Lines: lines);
        var at = 0;
        while (true)
        {
            bool more;
            if (at < rawLength && buffer[start + at] == quote)
            {
                var fault = QuotedField(ref at);
                if (fault != RecordFault.None)
                {
                    (rawLength, next, lines) = firstLine;
                    FieldCount = 0;
                    Fault = fault;
                    return;
                }

                more = at < rawLength;
                at++;
            }
            else
            {
                var length = buffer.AsSpan(start + at, rawLength - at).IndexOf(delimiter);
                more = length >= 0;
                if (!AddField(at, more ? length : rawLength - at))
                {
                    return;
                }

                at += length + 1;
            }

            if (!more || Fault != RecordFault.None)
            {
                return;
            }
        }
    }

    /// <summary>Reads the quoted cell at <paramref name="at"/> and leaves it on the delimiter or the end of the record, which may have moved to a later line.</summary>
    private RecordFault QuotedField(ref int at)
    {
        var open = at + 1;
        var copied = -1;
        var from = open;
        while (true)
        {
            var close = Find(quote, from);
            if (close < 0 || close - open > Limits.QuotedCharsMax)
            {
                return RecordFault.QuoteUnclosed;
            }

            if (close + 1 < end - start && buffer[start + close + 1] == quote)
            {
                copied = Copy(copied, from, close + 1 - from);
                from = close + 2;
                continue;
            }

            while (close >= rawLength)
            {
                // The cell holds a line break: the record goes on to the end of the line where the quote closes.
                Take(LineEndWithin(next));
            }

            if (close + 1 < rawLength && buffer[start + close + 1] != delimiter)
            {
                return RecordFault.TextAfterQuote;
            }

            at = close + 1;
            if (copied < 0)
            {
                AddField(open, close - open);
            }
            else
            {
                copied = Copy(copied, from, close - from);
                AddField(~copied, scratchUsed - copied);
            }

            return RecordFault.None;
        }
    }

    private bool AddField(int from, int length)
    {
        if (FieldCount == Limits.ColumnsMax)
        {
            FieldCount = 0;
            Fault = RecordFault.ColumnsTooMany;
            return false;
        }

        starts[FieldCount] = from;
        lengths[FieldCount++] = length;
        return true;
    }

    private int Copy(int copied, int from, int length)
    {
        if (copied < 0)
        {
            copied = scratchUsed;
        }

        if (scratchUsed + length > scratch.Length)
        {
            Array.Resize(ref scratch, Math.Max(scratch.Length * 2, scratchUsed + length));
        }

        buffer.AsSpan(start + from, length).CopyTo(scratch.AsSpan(scratchUsed));
        scratchUsed += length;
        return copied;
    }
}

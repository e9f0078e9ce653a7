namespace FinInvest.Graph.Ingest.Delimited;

/// <summary>The buffer under the reader: offsets count from the start of the record, so that they stay right when the buffer moves.</summary>
internal sealed partial class DelimitedReader
{
    /// <summary>Makes the record end at the line end at this offset.</summary>
    private void Take(int lineEnd)
    {
        rawLength = lineEnd > 0 && buffer[start + lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        next = start + lineEnd < end ? lineEnd + 1 : lineEnd;
        lines++;
    }

    /// <summary>Offset from the record's start of the next line end, the end of the data if there is none, or -1 when the line is too long.</summary>
    private int LineEnd(int from)
    {
        while (true)
        {
            var found = buffer.AsSpan(start + from, end - start - from).IndexOf('\n');
            if (found >= 0)
            {
                return from + found > Limits.LineCharsMax ? -1 : from + found;
            }

            from = end - start;
            if (from > Limits.LineCharsMax)
            {
                return -1;
            }

            if (atEnd || !Fill())
            {
                return from;
            }
        }
    }

    /// <summary>A line end after a quote that is already in the buffer: never too long, since quoted cells have their own limit.</summary>
    private int LineEndWithin(int from)
    {
        var found = LineEnd(from);
        return found < 0 ? end - start : found;
    }

    private int Find(char wanted, int from)
    {
        var searched = from;
        while (true)
        {
            var found = buffer.AsSpan(start + searched, end - start - searched).IndexOf(wanted);
            if (found >= 0)
            {
                // One more character must be there to tell a closing quote from a doubled one.
                if (start + searched + found + 1 < end || atEnd || !Fill())
                {
                    return searched + found;
                }

                searched += found;
                continue;
            }

            searched = end - start;
            if (searched - from > Limits.QuotedCharsMax || atEnd || !Fill())
            {
                return -1;
            }
        }
    }

    private void SkipLineRest()
    {
        skipLineRest = false;
        while (true)
        {
            var found = buffer.AsSpan(start, end - start).IndexOf('\n');
            if (found >= 0)
            {
                start += found + 1;
                Line++;
                return;
            }

            start = end;
            if (atEnd || !Fill())
            {
                return;
            }
        }
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = 0;
        try
        {
            read = reader.Read(buffer.AsSpan(end));
        }
        catch (InvalidDataException)
        {
            damaged = true;
        }

        atEnd = read == 0;
        end += read;
        return read > 0;
    }
}

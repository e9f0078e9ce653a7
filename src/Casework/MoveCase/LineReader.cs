namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>Lines of a stream as bytes, without their line feeds. A line is good until the next one is asked for.</summary>
internal static class LineReader
{
    /// <exception cref="InvalidDataException">A line is longer than any that a case can hold, or the last one has no end.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(Stream content)
    {
        using var closing = content;
        var buffer = new byte[1 << 17];
        var (from, to) = (0, 0);
        while (true)
        {
            var end = buffer.AsSpan(from, to - from).IndexOf((byte)'\n');
            if (end >= 0)
            {
                yield return buffer.AsMemory(from, end);
                from += end + 1;
                continue;
            }

            if (from > 0)
            {
                buffer.AsSpan(from, to - from).CopyTo(buffer);
                (from, to) = (0, to - from);
            }
            else if (to == buffer.Length)
            {
                if (to >= BundleLayout.LineBytesMax)
                {
                    throw new InvalidDataException($"a line has more than {BundleLayout.LineBytesMax} bytes");
                }

                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, BundleLayout.LineBytesMax));
            }

            var read = content.Read(buffer, to, buffer.Length - to);
            if (read == 0)
            {
                if (to > from)
                {
                    throw new InvalidDataException("its last line has no end");
                }

                yield break;
            }

            to += read;
        }
    }
}

using System.Text;

namespace FinInvest.Graph.Ingest.Delimited;

/// <summary>From the bytes of a file to its text: unpacks gzip (told by its first bytes), reads a byte order mark, decodes. Undecodable bytes become U+FFFD, which the reader reports.</summary>
internal static class TextSource
{
    public const string Utf8 = "utf-8";
    public const string Utf16 = "utf-16";
    public const string Utf16BigEndian = "utf-16be";
    public const string Windows1251 = "windows-1251";

    /// <summary>Tell the encoding from the bytes.</summary>
    public const string Detect = "detect";

    /// <summary>Small enough to stay out of the heap of large objects, which most files need not touch.</summary>
    private const int BufferBytes = 1 << 15;

    public static IReadOnlyList<string> Encodings { get; } = [Utf8, Utf16, Utf16BigEndian, Windows1251, Detect];

    /// <param name="encoding">One of <see cref="Encodings"/>; a byte order mark in the file wins.</param>
    public static StreamReader Open(Stream content, string encoding) => Open(content, encoding, out _);

    /// <param name="used">The encoding that was used.</param>
    public static StreamReader Open(Stream content, string encoding, out string used)
    {
        var (prefix, whole) = PrefixedStream.Peek(content, Limits.SampleBytesMax);
        Stream text = whole;
        if (prefix is [0x1F, 0x8B, ..])
        {
            (prefix, text) = PeekPacked(whole);
        }

        used = Detected(prefix, encoding == Detect) ?? encoding;
        return new StreamReader(text, Decoder(used), detectEncodingFromByteOrderMarks: true, BufferBytes);
    }

    /// <summary>A damaged archive fails while it is read, so looking ahead must not fail first.</summary>
    private static (byte[] Prefix, Stream Text) PeekPacked(PrefixedStream whole)
    {
        var unpacked = new UnpackedStream(whole);
        var prefix = new byte[Limits.SampleBytesMax];
        var read = 0;
        var failed = false;
        try
        {
            for (int n; read < prefix.Length && (n = unpacked.Read(prefix.AsSpan(read))) > 0;)
            {
                read += n;
            }
        }
        catch (InvalidDataException)
        {
            failed = true;
        }

        Array.Resize(ref prefix, read);
        return (prefix, new PrefixedStream(prefix, failed ? new DamagedStream() : unpacked));
    }

    private static Encoding Decoder(string name) => name switch
    {
        Utf16 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        Windows1251 => CodePagesEncodingProvider.Instance.GetEncoding(1251) ?? throw new InvalidOperationException("The framework lost code page 1251."),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    private static string? Detected(ReadOnlySpan<byte> prefix, bool guess)
    {
        switch (prefix)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return Utf8;
            case [0xFF, 0xFE, ..]: return Utf16;
            case [0xFE, 0xFF, ..]: return Utf16BigEndian;
        }

        return guess ? Guess(prefix) : null;
    }

    /// <summary>UTF-16 of Latin digits and separators has every second byte zero; what is valid UTF-8 is UTF-8, since other text is so only by rare chance; the rest is the Cyrillic code page.</summary>
    private static string Guess(ReadOnlySpan<byte> prefix)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < prefix.Length; i++)
        {
            if (prefix[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        if (Math.Max(even, odd) > prefix.Length / 5)
        {
            return odd > even ? Utf16 : Utf16BigEndian;
        }

        // A character may be cut at the end of the sample.
        for (var cut = 0; cut < 4 && cut <= prefix.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(prefix[..^cut]))
            {
                return Utf8;
            }
        }

        return Windows1251;
    }
}

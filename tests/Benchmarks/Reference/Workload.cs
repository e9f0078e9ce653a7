using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FinInvest.Graph.Benchmarks.Reference;

/// <summary>
/// The generated transfers of bench/src/gen.c at one size, and the reference programs beside them. Both are made once, in a folder of the
/// temporary ones (or in FININVEST_REFERENCE), and found again by later runs.
/// </summary>
internal sealed class Workload
{
    private Workload(string folder, int size)
    {
        Folder = folder;
        Size = size;
        From = Column<int>("src.u32");
        To = Column<int>("dst.u32");
        Second = Column<int>("ts.u32");
        Minor = Column<long>("amt.i64");
        Opening = Column<long>("open.i64");
        Queries = [.. File.ReadLines(Path.Combine(folder, "queries.csv")).Skip(1).Select(l => l.Split(',').Select(w => int.Parse(w, CultureInfo.InvariantCulture)).ToArray()).Select(w => new Question(w[1], w[2], w[3]))];
    }

    /// <summary>Sizes that are measured: 10^5, 10^6, 10^7 transfers, or those that FININVEST_SIZES names.</summary>
    public static IReadOnlyList<int> Sizes => [.. (Environment.GetEnvironmentVariable("FININVEST_SIZES") ?? "100000,1000000,10000000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))];

    public string Folder { get; }
    public int Size { get; }
    public int Accounts => Opening.Length;

    /// <summary>Debited account of each transfer; transfers are in the order of time, and no two share a place.</summary>
    public int[] From { get; }
    public int[] To { get; }

    /// <summary>Seconds of 1970.</summary>
    public int[] Second { get; }
    public long[] Minor { get; }
    public long[] Opening { get; }
    public IReadOnlyList<Question> Queries { get; }

    /// <summary>First transfer that is later than a time after another transfer.</summary>
    public int After(int transfer, int seconds)
    {
        var at = Array.BinarySearch(Second, transfer, Second.Length - transfer, Second[transfer] + seconds + 1);
        at = at < 0 ? ~at : at;
        while (at > 0 && Second[at - 1] > Second[transfer] + seconds)
        {
            at--;
        }

        return at;
    }

    /// <summary>Generates the transfers at a size, or finds them.</summary>
    public static Workload Open(int size)
    {
        var folder = Path.Combine(Home(), "data", size.ToString(CultureInfo.InvariantCulture));
        if (!File.Exists(Path.Combine(folder, "queries.csv")))
        {
            Directory.CreateDirectory(folder);
            Run(Program("gen", "gen.c"), size.ToString(CultureInfo.InvariantCulture), folder);
        }

        return new Workload(folder, size);
    }

    /// <summary>Compiles a reference program, or finds it.</summary>
    public static string Program(string name, string source)
    {
        var program = Path.Combine(Home(), "bin", name);
        if (!File.Exists(program))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(program)!);
            var path = Path.Combine(MeasuredCase.Shared(), "bench", "src", source);
            Run(source.EndsWith(".c", StringComparison.Ordinal) ? "gcc" : "g++", "-O3", "-march=native", "-pthread", "-o", program, path, "-lm");
        }

        return program;
    }

    /// <summary>What a program prints.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {text}");
    }

    public static string Home() => Environment.GetEnvironmentVariable("FININVEST_REFERENCE") is { Length: > 0 } named ? named : Path.Combine(Path.GetTempPath(), "fininvest-reference");

    private T[] Column<T>(string name)
        where T : unmanaged
    {
        var path = Path.Combine(Folder, name);
        var column = new T[new FileInfo(path).Length / Marshal.SizeOf<T>()];
        using var file = File.OpenRead(path);
        file.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }

    /// <summary>From which account, from which transfer on, to which account.</summary>
    internal readonly record struct Question(int Source, int First, int Target);
}

namespace FinInvest.Graph.Benchmarks;

internal static class Program
{
    private static int Main()
    {
        Console.WriteLine("Benchmarks: see docs/performance.md");
        return 0;
    }
}

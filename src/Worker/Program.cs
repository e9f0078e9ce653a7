namespace FinInvest.Graph.Worker;

internal static class Program
{
    private static int Main()
    {
        Console.WriteLine("fininvest");
        return 0;
    }
}

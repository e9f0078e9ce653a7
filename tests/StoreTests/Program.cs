using FinInvest.Graph.StoreTests.Children;

namespace FinInvest.Graph.StoreTests;

/// <summary>The test program, or, when its first word is "child", the process that tests start, race and kill.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args is ["child", ..] ? Child.RunAsync(args[1..])
        : args.Any(a => a is "-automated" or "@@") ? Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args)
        : Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}

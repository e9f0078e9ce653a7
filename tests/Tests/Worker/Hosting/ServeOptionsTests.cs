using FinInvest.Graph.Worker.Hosting;
using Xunit;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>Settings: where they come from, and what is said of wrong ones.</summary>
public class ServeOptionsTests
{
    [Theory]
    [InlineData("StableSeconds", "soon", "Serve:StableSeconds is 'soon': state a number from 0.01 to 3600 such as 5.")]
    [InlineData("Retries", "0", "Serve:Retries is '0': state a number from 1 to 100 such as 5.")]
    [InlineData("Retries", "2.5", "Serve:Retries is '2.5': state a whole number.")]
    [InlineData("Listen", "everywhere", "Serve:Listen is 'everywhere', which is no address")]
    [InlineData("Listen", "127.0.0.1", "Serve:Listen is '127.0.0.1', which is no address")]
    [InlineData("StabelSeconds", "5", "Serve:StabelSeconds is no setting. Known are: Listen,")]
    public void A_wrong_setting_is_named_with_what_it_may_be(string name, string value, string sentence)
    {
        using var root = new WorkerRoot();
        var configuration = ServeHost.Configuration(root.Folder, new Dictionary<string, string?> { ["Serve:" + name] = value });
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => ServeOptions.Read(configuration, root.Folder, once: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_comes_from_the_file_and_the_command_line_wins()
    {
        using var root = new WorkerRoot();
        File.WriteAllText(Path.Combine(root.Folder, "appsettings.json"), """{"Serve": {"StableSeconds": 7, "Retries": 9}}""");
        var options = ServeOptions.Read(ServeHost.Configuration(root.Folder, new Dictionary<string, string?> { ["Serve:Retries"] = "3" }), root.Folder, once: false);
        Assert.Equal((7, 3, 2), (options.StableSeconds, options.Retries, options.ScanSeconds));
    }

    [Fact]
    public void A_root_that_is_not_there_is_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), "fininvest-no-such-root");
        Assert.Contains("--root", Assert.Throws<ArgumentException>(() => ServeOptions.Read(ServeHost.Configuration(Path.GetTempPath(), WorkerRoot.Quiet), path, once: false)).Message, StringComparison.Ordinal);
    }
}

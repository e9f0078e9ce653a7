using System.Text.RegularExpressions;
using Xunit;

namespace FinInvest.Graph.Tests.House;

/// <summary>Names: a reader finds a type by its name, and no room is a lumber-room.</summary>
public partial class NameTests
{
    private static readonly string[] LumberRooms = ["Utils", "Util", "Utilities", "Helpers", "Helper", "Common", "Misc", "Shared", "Core", "Manager", "Managers"];

    [Fact]
    public void No_folder_is_a_lumber_room()
    {
        var broken = Repository.Sources("src").Concat(Repository.Sources("tests")).Where(f => f.Split('/')[..^1].Any(LumberRooms.Contains));
        Assert.Empty(broken);
    }

    [Fact]
    public void No_type_is_a_manager_or_a_helper()
    {
        var broken = Repository.Sources("src").Where(f => LumberRooms.Any(w => w != "Core" && Path.GetFileNameWithoutExtension(f).EndsWith(w, StringComparison.Ordinal)));
        Assert.Empty(broken);
    }

    [Fact]
    public void A_file_holds_one_outer_type_and_bears_its_name()
    {
        var broken = new List<string>();
        foreach (var file in Repository.Sources("src"))
        {
            var names = OuterType().Matches(Repository.Text(file)).Select(m => m.Groups[1].Value).Distinct().ToList();
            var expected = Path.GetFileNameWithoutExtension(file).Split('.')[0];
            if (names.Count != 1 && !(names.Count == 0 && expected is "Program" or "AssemblyInfo"))
            {
                broken.Add($"{file} holds {names.Count} outer types: {string.Join(", ", names)}");
            }
            else if (names.Count == 1 && names[0] != expected)
            {
                broken.Add($"{file} holds {names[0]}");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var broken = new List<string>();
        foreach (var file in Repository.Sources("src").Concat(Repository.Sources("tests")))
        {
            var stated = Namespace().Match(Repository.Text(file));
            var expected = "FinInvest.Graph." + string.Join('.', file.Split('/')[1..^1]);
            if (stated.Success && stated.Groups[1].Value != expected)
            {
                broken.Add($"{file}: {stated.Groups[1].Value}, not {expected}");
            }
            else if (!stated.Success && !file.EndsWith("/Program.cs", StringComparison.Ordinal) && !file.EndsWith("/AssemblyInfo.cs", StringComparison.Ordinal))
            {
                broken.Add($"{file} has no namespace");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void Nothing_names_the_machine_it_was_written_on()
    {
        string[] places = ["/wo" + "rk/", "/tm" + "p/", "/ro" + "ot/"];
        string[] patterns = ["*.cs", "*.md", "*.csproj", "*.props", "*.targets", "*.json", "*.csv", "*.cypher"];
        var broken = from pattern in patterns
                     from file in Repository.Files("", pattern)
                     let text = Repository.Text(file)
                     from place in places
                     where text.Contains(place, StringComparison.Ordinal)
                     select $"{file} names {place}";
        Assert.Empty(broken);
    }

    [GeneratedRegex(@"^(?:public |internal |file )?(?:static |sealed |abstract |partial |readonly |unsafe |ref )*(?:class|struct|interface|enum|record struct|record class|record|delegate \S+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex OuterType();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NhiGraph.Architecture.Tests;

public sealed partial class ProjectTests
{
    public static TheoryData<string> Projects => [.. Repository.Files("src", ".csproj"), .. Repository.Files("tests", ".csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_is_in_the_solution(string project) => Assert.Contains(project.Replace('/', '\\'), Repository.Read("NhiGraph.sln"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_takes_its_versions_from_the_central_list(string project) =>
        Assert.DoesNotContain(XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_has_a_lock_file_without_addresses(string project) =>
        Assert.DoesNotContain("://", Repository.Read(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), StringComparison.Ordinal);

    [Fact]
    public void Central_versions_are_exact()
    {
        XElement[] versions = [.. XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")];
        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Matches(Exact(), version.Attribute("Version")!.Value));
    }

    [Fact]
    public void Npm_lock_files_say_no_registry()
    {
        string[] files = [.. ((string[])["web", "tests", "cypher", "deploy"]).SelectMany(folder => Repository.Files(folder, "package-lock.json"))];
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            Assert.DoesNotMatch(ResolvedAddress(), Repository.Read(file));
        }
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[a-z0-9.]+)?$")]
    private static partial Regex Exact();

    [GeneratedRegex("\"resolved\":\\s*\"[a-z+]+:")]
    private static partial Regex ResolvedAddress();
}

using System.Reflection;
using System.Xml.Linq;

namespace NhiGraph.Architecture.Tests;

/// <summary>Graph &lt;- {Analysis, Storage} &lt;- Loaders &lt;- Api &lt;- Cli: what a room may know of others.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["NhiGraph.Graph"] = [],
        ["NhiGraph.Analysis"] = ["NhiGraph.Graph"],
        ["NhiGraph.Storage"] = ["NhiGraph.Graph"],
        ["NhiGraph.Storage.Sqlite"] = ["NhiGraph.Graph", "NhiGraph.Storage"],
        ["NhiGraph.Storage.Neo4j"] = ["NhiGraph.Graph", "NhiGraph.Storage"],
        ["NhiGraph.Loaders"] = ["NhiGraph.Graph", "NhiGraph.Analysis", "NhiGraph.Storage"],
        ["NhiGraph.Api"] = ["NhiGraph.Graph", "NhiGraph.Analysis", "NhiGraph.Storage", "NhiGraph.Loaders"],
        ["NhiGraph.Cli"] = ["NhiGraph.Graph", "NhiGraph.Analysis", "NhiGraph.Storage", "NhiGraph.Storage.Sqlite", "NhiGraph.Storage.Neo4j", "NhiGraph.Loaders", "NhiGraph.Api"],
    };

    public static TheoryData<string> Rooms => [.. Repository.Files("src", ".csproj").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Assembly_references_only_rooms_below_it(string room)
    {
        string file = Path.Combine(AppContext.BaseDirectory, room == "NhiGraph.Cli" ? "nhigraph.dll" : room + ".dll");
        IEnumerable<string> referenced = Assembly.LoadFrom(file).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("NhiGraph.", StringComparison.Ordinal));
        Assert.Empty(referenced.Except(Allowed[room]));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Project_file_references_only_rooms_below_it(string room)
    {
        XDocument project = XDocument.Load(Path.Combine(Repository.Root, "src", room, room + ".csproj"));
        IEnumerable<string> referenced = project.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(referenced.Except(Allowed[room]));
    }

    [Fact]
    public void Graph_needs_no_package_and_no_input_or_output()
    {
        XDocument project = XDocument.Load(Path.Combine(Repository.Root, "src/NhiGraph.Graph/NhiGraph.Graph.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
        string[] outside = ["System.Net.Http", "System.Net.Sockets", "System.Data.Common", "System.Diagnostics.Process"];
        Assert.Empty(typeof(Graph.Model.Vocabulary).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Intersect(outside));
    }
}

using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>A real account that was built to be attacked; what is expected here was read in its file by hand. Skipped where the shared data folder is not there.</summary>
public class IamVulnerableTests
{
    private const string Path = "/work/shared/data/aws/iam-vulnerable.authorization-details.json";
    private const string Iam = "aws:arn:aws:iam::200611803367:";

    [Theory]
    [InlineData("user/privesc4-CreateAccessKey-user", Capability.CreateCredential, "user/fn4-exploitableNotAction-user", true, true)]
    [InlineData("user/privesc10-PutUserPolicy-user", Capability.GrantAccess, "user/privesc4-CreateAccessKey-user", true, true)]
    [InlineData("user/fn4-exploitableNotAction-user", Capability.GrantAccess, "role/privesc-high-priv-service-role", true, true)]
    [InlineData("user/fp1-allow-and-deny-user", Capability.GrantAccess, "policy/fp1-allow-and-deny", false, false)]
    [InlineData("user/fp2-allow-and-deny-multiple-policies-user", Capability.GrantAccess, "policy/fp1-allow-and-deny", false, false)]
    [InlineData("user/privesc4-CreateAccessKey-user", Capability.GrantAccess, "user/privesc4-CreateAccessKey-user", false, false)]
    public async Task Rights_are_what_the_file_says(string principal, Capability capability, string resource, bool proved, bool possible)
    {
        DerivedGraph graph = new(await DeriveAsync());
        Assert.Equal((proved, possible), (graph.Has(Iam + principal, capability, Iam + resource, proved: true), graph.Has(Iam + principal, capability, Iam + resource, proved: false)));
    }

    [Fact]
    public async Task Roles_are_taken_as_the_file_says()
    {
        DerivedGraph graph = new(await DeriveAsync());
        Assert.Equal(Certainty.Proved, graph.Edge(EdgeKind.CanAssume, Iam + "role/privesc-AssumeRole-starting-role", Iam + "role/privesc-AssumeRole-intermediate-role")!.Certainty);
        Assert.Equal([Iam + "role/privesc-high-priv-service-role"], graph.Edges.Where(edge => edge.Technique == "lambda-001").Select(edge => edge.To));
        GraphEdge[] holds = [.. graph.Edges.Where(edge => edge.Kind == EdgeKind.Holds && edge.To.Contains("/lambda-001:") && edge.From.Contains(":user/"))];
        Assert.Equal(["fn4-exploitableNotAction-user PROVED", "privesc15-PassExistingRoleToNewLambdaThenInvoke-user PROVED", "privesc16-PassRoleToNewLambdaThenTriggerWithNewDynamo-user CONDITIONAL"],
            holds.Select(edge => $"{edge.From[(edge.From.LastIndexOf('/') + 1)..]} {edge.Certainty.Text()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_edge_joins_asserted_nodes_of_kinds_that_it_may_join()
    {
        foreach (DerivedScope scope in await DeriveAsync())
        {
            var kinds = scope.Assertions.GroupBy(a => a.Node.Key).ToDictionary(group => group.Key, group => NodeMerge.Merge(group).Kinds);
            Assert.All(kinds, pair => Assert.True(Vocabulary.MayShareNode(pair.Value), pair.Key));
            Assert.All(scope.Edges, edge => Assert.True(kinds.ContainsKey(edge.Edge.From) && kinds.ContainsKey(edge.Edge.To) && Vocabulary.MayJoin(edge.Edge.Kind, kinds[edge.Edge.From], kinds[edge.Edge.To]), GraphText.Line(edge.Edge)));
            Assert.All(scope.Edges, edge => Assert.NotEmpty(edge.Alternatives));
        }
    }

    private static async Task<DerivedScope[]> DeriveAsync()
    {
        Assert.SkipUnless(File.Exists(Path), "the shared data folder is not there");
        SourceReading reading = await AwsExport.ReadAsync(new([ExportFile.OnDisk(Path)], [], [], []), TestContext.Current.CancellationToken);
        Provider provider = AwsProvider.Create();
        return [.. reading.Datasets.GroupBy(dataset => dataset.Scope).Select(scope => provider.Derive(new(scope.Key, [.. scope.SelectMany(dataset => dataset.Facts)], ImmutableSortedDictionary<(string, string), DatasetState>.Empty)))];
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class LargeAccountTests(ITestOutputHelper output)
{
    /// <summary>Ten times the roles make about ten times the graph: nothing is identities times resources. Times are printed; the bound is for a busy machine.</summary>
    [Fact]
    public async Task Five_thousand_roles_derive_in_seconds_and_grow_in_line()
    {
        (int edges, int hubs, _) = await DeriveAsync(500);
        (int manyEdges, int manyHubs, TimeSpan took) = await DeriveAsync(5000);
        Assert.InRange(manyEdges, edges * 5, edges * 15);
        Assert.True(manyHubs <= hubs * 12);
        Assert.True(took < TimeSpan.FromSeconds(60), $"{took}");
    }

    private async Task<(int Edges, int Hubs, TimeSpan Took)> DeriveAsync(int roles)
    {
        byte[] bytes = GeneratedAccount.AuthorizationDetails(roles, seed: 1);
        SourceReading reading = await AwsExport.ReadAsync(new([new ExportFile("generated", () => new MemoryStream(bytes))], [], [], []), TestContext.Current.CancellationToken);
        var facts = new ScopeFacts(reading.Datasets[0].Scope, [.. reading.Datasets.SelectMany(dataset => dataset.Facts)], ImmutableSortedDictionary<(string, string), DatasetState>.Empty);
        var watch = Stopwatch.StartNew();
        DerivedScope derived = AwsProvider.Create().Derive(facts);
        TimeSpan took = watch.Elapsed;
        int hubs = derived.Assertions.Count(a => a.Node.Kinds == NodeKinds.Entitlement);
        output.WriteLine($"{roles} roles: {took.TotalSeconds:F1} s, {derived.Assertions.Length} assertions, {derived.Edges.Length} edges, {hubs} hubs, {GC.GetTotalMemory(true) >> 20} MB live");
        return (derived.Edges.Length, hubs, took);
    }
}

using System.Text.Json;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Snapshots;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_run_published_during_a_request_does_not_mix_in()
    {
        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create(), store);
        await asking.DataAsync("{ graphVersion }");
        bool published = false;
        store.OnRead = async read =>
        {
            if (!published && read == "find")
            {
                published = true;
                await new Estate().Node("new-one", NodeKinds.Identity, "aaa first by name").Node("deploy", NodeKinds.Identity, "renamed").WriteAsync(store, TestContext.Current.CancellationToken);
            }
        };

        await asking.ExpectAsync(
            "{ identities { totalCount nodes { key name } } runs { totalCount: nodes { id } } graphVersion search(text: \"renamed\") { totalCount } }",
            """
            {"identities":{"totalCount":4,"nodes":[{"key":"admin","name":"admin"},{"key":"backup","name":"backup"},{"key":"deploy","name":"deploy"},{"key":"idle","name":"Idle"}]},
             "runs":{"totalCount":[{"id":"1"}]},"graphVersion":"1","search":{"totalCount":0}}
            """);
        Assert.True(published);
    }

    [Fact]
    public async Task Requests_at_once_with_runs_published_meanwhile_each_see_one_version_whole()
    {
        await using var store = new MemoryGraphStore();
        await new Estate().Node("r", NodeKinds.Resource, "v1").WriteAsync(store, TestContext.Current.CancellationToken);
        await using var executor = new ConcurrentAsking(store);
        Task writer = Task.Run(async () =>
        {
            for (int version = 2; version <= 20; version++)
            {
                await new Estate().Node("r", NodeKinds.Resource, $"v{version}").Node($"extra-{version}", NodeKinds.Resource, $"v{version}").WriteAsync(store, TestContext.Current.CancellationToken);
                await Task.Delay(5, TestContext.Current.CancellationToken);
                await executor.Snapshots.RefreshAsync(TestContext.Current.CancellationToken);
            }
        }, TestContext.Current.CancellationToken);
        Task<int>[] readers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            int answers = 0;
            do
            {
                JsonElement data = await executor.DataAsync("{ graphVersion node(id: \"r\") { ... on Resource { name } } resources { totalCount } blastRadius(of: [\"r\"]) { graphVersion } }");
                int version = int.Parse(data.GetProperty("graphVersion").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal($"v{version}", data.GetProperty("node").GetProperty("name").GetString());
                Assert.Equal(version, data.GetProperty("resources").GetProperty("totalCount").GetInt32());
                Assert.Equal($"{version}", data.GetProperty("blastRadius").GetProperty("graphVersion").GetString());
                answers++;
            }
            while (!writer.IsCompleted);

            return answers;
        }, TestContext.Current.CancellationToken))];
        await writer;
        Assert.All(await Task.WhenAll(readers), answers => Assert.True(answers > 0));
    }

    [Fact]
    public async Task A_refresh_without_a_new_run_keeps_the_snapshot()
    {
        await using var store = new MemoryGraphStore();
        await SmallCompany.Create().WriteAsync(store, TestContext.Current.CancellationToken);
        using var snapshots = GraphSnapshots.Of(store, [], null, null);
        Assert.False(snapshots.Ready);
        GraphSnapshot first = await snapshots.CurrentAsync(TestContext.Current.CancellationToken);
        Assert.True(snapshots.Ready);
        Assert.False(await snapshots.RefreshAsync(TestContext.Current.CancellationToken));
        Assert.Same(first, await snapshots.CurrentAsync(TestContext.Current.CancellationToken));
        await new Estate().Node("x", NodeKinds.Resource, "x").WriteAsync(store, TestContext.Current.CancellationToken);
        Assert.True(await snapshots.RefreshAsync(TestContext.Current.CancellationToken));
        Assert.Equal("2", (await snapshots.CurrentAsync(TestContext.Current.CancellationToken)).Version);
    }
}

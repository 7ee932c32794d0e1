using NhiGraph.Graph.Csr;
using NhiGraph.Loaders.Sample;
using NhiGraph.Loaders.Tests.Aws.Read;

namespace NhiGraph.Loaders.Tests.Sample;

/// <summary>The graph of the sample estate, made once.</summary>
public sealed class SampleGraphFixture : IAsyncLifetime
{
    public AccessGraph Graph { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Graph = SampleGraph.Of(await Exports.Read(SampleEstate.Files)).Graph;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

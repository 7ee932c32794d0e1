using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Sample;

/// <summary>The graph of readings, without a store: everything derived and joined from scratch, and merged.</summary>
internal static class SampleGraph
{
    public static (AccessGraph Graph, ImmutableArray<Storage.Runs.Problem> Problems) Of(params IEnumerable<SourceReading> readings)
    {
        var scratch = new FromScratch(AwsProvider.Create(), PeopleProvider.Create());
        foreach (SourceReading reading in readings)
        {
            scratch.Read(reading);
        }

        DerivedScope[] all = scratch.All();
        var builder = new AccessGraphBuilder();
        foreach (IGrouping<string, Assertion> said in all.SelectMany(scope => scope.Assertions).GroupBy(assertion => assertion.Node.Key))
        {
            builder.Add(NodeMerge.Merge(said));
        }

        foreach (var said in all.SelectMany(scope => scope.Edges).GroupBy(edge => edge.Edge.Key))
        {
            builder.Add(EdgeMerge.Merge(said).Edge);
        }

        return (builder.Build("sample"), [.. all.SelectMany(scope => scope.Problems)]);
    }
}

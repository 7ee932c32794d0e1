using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.People.Read;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Derive;
using NhiGraph.Loaders.Tests.Aws.Read;
using NhiGraph.Loaders.Tests.Aws.Trail;
using NhiGraph.Loaders.Tests.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.People.Derive;

/// <summary>An estate of accounts, people, applications and owners, and the graph that deriving all of it from scratch gives.</summary>
internal sealed class Estate
{
    private readonly FromScratch scratch = new(AwsProvider.Create(), PeopleProvider.Create());
    private DerivedScope[]? made;

    internal DerivedScope[] Made => made ??= scratch.All();

    internal GraphEdge[] Edges => [.. Made.SelectMany(scope => scope.Edges).GroupBy(edge => edge.Edge.Key).Select(edge => EdgeMerge.Merge(edge).Edge)];

    internal ImmutableDictionary<string, GraphNode> Nodes => Made.SelectMany(scope => scope.Assertions).GroupBy(assertion => assertion.Node.Key).ToImmutableDictionary(node => node.Key, NodeMerge.Merge);

    /// <summary>Without what AWS's own rules tell.</summary>
    internal Problem[] Problems => [.. Made.SelectMany(scope => scope.Problems).Where(problem => !problem.Code.StartsWith("NHI-AWS-", StringComparison.Ordinal)).OrderBy(problem => problem.Code, StringComparer.Ordinal)];

    internal Estate Read(params IEnumerable<SourceReading> readings)
    {
        foreach (SourceReading reading in readings)
        {
            scratch.Read(reading);
        }

        made = null;
        return this;
    }

    internal Estate Account(TestAccount account, DatasetState state = DatasetState.Complete) => Read(account.Reading(state));

    internal Estate Trail(TrailLog log) => Read(log.Reading());

    internal Estate Hr(string csv) => Read(People(new PeopleFiles([Exports.Text("hr.csv", csv)], null, [], [])));

    internal Estate Directory(string users, string? groups = null) => Read(People(new PeopleFiles([], null, [Exports.Text("users.json", users)], groups is null ? [] : [Exports.Text("groups.json", groups)])));

    internal Estate Applications(string csv) => Read(ApplicationsExport.ReadAsync([Exports.Text("applications.csv", csv)], null, TestContext.Current.CancellationToken).Result);

    internal Estate Owners(string csv) => Read(OwnersExport.ReadAsync([Exports.Text("owners.csv", csv)], null, TestContext.Current.CancellationToken).Result);

    /// <summary>The edges of some kinds: <c>from -KIND role-> to CERTAINTY joinedBy</c>, sorted.</summary>
    internal string[] Lines(params EdgeKind[] kinds) =>
    [
        .. Edges.Where(edge => kinds.Contains(edge.Kind))
            .Select(edge => $"{edge.From} -{edge.Kind.Text()}{Shown(edge, PropertyNames.Role)}-> {edge.To} {edge.Certainty.Text()}{Shown(edge, PropertyNames.JoinedBy)}{Shown(edge, PropertyNames.KnownBy)}{Shown(edge, PropertyNames.Reason)}{Shown(edge, PropertyNames.Since)}")
            .Order(StringComparer.Ordinal),
    ];

    private static string Shown(GraphEdge edge, string property) => edge.Properties.TryGetValue(property, out string? value) ? " " + value : "";

    private static ImmutableArray<SourceReading> People(PeopleFiles files) => PeopleExport.ReadAsync(files, TestContext.Current.CancellationToken).Result;
}

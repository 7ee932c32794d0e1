using System.Collections.Immutable;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Accountability;

/// <summary>Who could know a static secret. UNKNOWN unless somebody is on record, or every dataset that could name somebody was read whole.</summary>
internal sealed record SecretExposureAnswer(EntityNode Credential, ImmutableArray<AccessEdge> Edges)
{
    internal CompletenessAnswer Completeness => Relations.Completeness(Credential, DatasetTells.Creators | DatasetTells.People);

    internal KnownState State => Edges.Length > 0 || Completeness.Complete ? KnownState.Known : KnownState.Unknown;

    internal static SecretExposureAnswer Of(EntityNode credential) =>
        new(credential, [.. credential.Graph.In(credential.Node).Where(edge => edge.Kind == EdgeKind.ExposedTo)]);
}

using NhiGraph.Api.Completeness;
using NhiGraph.Api.Paging;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using GraphQL;

namespace NhiGraph.Api.Entities;

/// <summary>The neighbours of an entity as the explorer lists them: from the graph in memory, without a store read, each once, in key order of the edges.</summary>
internal static class Relations
{
    internal static List<int> Credentials(EntityNode identity) => Tails(identity, EdgeKind.Authenticates);

    internal static List<int> Identities(EntityNode credential) => Heads(credential, EdgeKind.Authenticates);

    /// <summary>What uses a credential; for an identity, what uses one of its credentials or may act as it by itself.</summary>
    internal static List<int> Consumers(EntityNode entity)
    {
        AccessGraph graph = entity.Asked.Graph;
        IEnumerable<int> consumers = Tails(entity, EdgeKind.Uses);
        if (entity.Is(NodeKinds.Identity))
        {
            consumers = consumers
                .Concat(Credentials(entity).SelectMany(credential => Tails(entity.Asked.Entity(credential), EdgeKind.Uses)))
                .Concat(Tails(entity, EdgeKind.CanAssume).Where(tail => (graph.KindsOf(tail) & NodeKinds.Consumer) != 0));
        }

        return [.. consumers.Distinct()];
    }

    internal static List<int> UsedCredentials(EntityNode consumer) => Heads(consumer, EdgeKind.Uses);

    internal static List<int> Members(EntityNode group) => Tails(group, EdgeKind.MemberOf);

    internal static List<int> Holders(EntityNode entitlement) => Tails(entitlement, EdgeKind.Holds);

    internal static List<int> Accounts(EntityNode human) => Heads(human, EdgeKind.HasAccount);

    internal static List<int> Children(EntityNode resource) =>
        [.. resource.Asked.Graph.EvidenceOut(resource.Node).Where(edge => edge.Kind == EdgeKind.Contains).Select(edge => edge.To).Distinct()];

    internal static List<int> StoredIn(EntityNode credential) =>
        [.. credential.Asked.Graph.EvidenceOut(credential.Node).Where(edge => edge.Kind == EdgeKind.StoredIn).Select(edge => edge.To).Distinct()];

    /// <summary>A page of neighbours with the datasets that could have seen more of them.</summary>
    internal static Page Page(IResolveFieldContext<EntityNode> context, List<int> nodes, DatasetTells tells)
    {
        EntityNode entity = context.Source;
        PageArguments arguments = PageArguments.Of(context, entity.Asked, $"{context.FieldDefinition.Name} of {entity.Key}");
        return Paging.Page.Of(nodes, arguments, entity.Asked.Entity, () => Completeness(entity, tells));
    }

    internal static CompletenessAnswer Completeness(EntityNode entity, DatasetTells tells) => entity.Asked.Snapshot.Coverage.Of(tells, entity.Scopes);

    private static List<int> Tails(EntityNode entity, EdgeKind kind) =>
        [.. entity.Asked.Graph.In(entity.Node).Where(edge => edge.Kind == kind).Select(edge => edge.From).Distinct()];

    private static List<int> Heads(EntityNode entity, EdgeKind kind) =>
        [.. entity.Asked.Graph.Out(entity.Node).Where(edge => edge.Kind == kind).Select(edge => edge.To).Distinct()];
}

using GraphQL;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Paging;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Entities;

/// <summary>The neighbours of an entity as the explorer lists them: each once, in key order of the edges.</summary>
internal static class Relations
{
    /// <summary>All of them: a list of entities, or its promise.</summary>
    internal static object? All(EntityNode entity, Relation relation) => entity.Related(relation, found => Of(found, relation).ConvertAll(found.Other));

    /// <summary>The first of them, null where there is none; or its promise.</summary>
    internal static object? First(EntityNode entity, Relation relation) => entity.Related(relation, found => Of(found, relation) is [int first, ..] ? found.Other(first) : null);

    /// <summary>A page of them, or its promise, with the datasets that could have seen more.</summary>
    internal static object? Page(IResolveFieldContext<EntityNode> context, Relation relation, DatasetTells tells)
    {
        EntityNode entity = context.Source;
        PageArguments arguments = PageArguments.Of(context, entity.Asked, $"{context.FieldDefinition.Name} of {entity.Key}");
        return entity.Related(relation, found => Paging.Page.Of(Of(found, relation), arguments, found.Other, () => Completeness(found, tells)));
    }

    internal static CompletenessAnswer Completeness(EntityNode entity, DatasetTells tells) => entity.Asked.Snapshot.Coverage.Of(tells, entity.Scopes);

    /// <summary>Those relations that are lists of nodes; the others have edges that matter too, and views of their own.</summary>
    private static List<int> Of(EntityNode entity, Relation relation) => relation switch
    {
        Relation.Credentials => Tails(entity, EdgeKind.Authenticates),
        Relation.Identities => Heads(entity, EdgeKind.Authenticates),
        Relation.Consumers => Consumers(entity),
        Relation.UsedCredentials => Heads(entity, EdgeKind.Uses),
        Relation.Members => Tails(entity, EdgeKind.MemberOf),
        Relation.Holders => Tails(entity, EdgeKind.Holds),
        Relation.Accounts => Heads(entity, EdgeKind.HasAccount),
        Relation.Children => EvidenceHeads(entity, EdgeKind.Contains),
        Relation.StoredIn => EvidenceHeads(entity, EdgeKind.StoredIn),
        Relation.Managers => EvidenceHeads(entity, EdgeKind.ReportsTo),
        Relation.Teams => EvidenceHeads(entity, EdgeKind.InTeam),
        Relation.Created => EvidenceHeads(entity, EdgeKind.Created),
        Relation.Owned => EvidenceHeads(entity, EdgeKind.Owns),
        Relation.KnownSecrets => Heads(entity, EdgeKind.ExposedTo),
        Relation.Applications => EvidenceHeads(entity, EdgeKind.PartOf),
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "Not a list of nodes."),
    };

    /// <summary>What uses a credential; for an identity, what uses one of its credentials or may act as it by itself.</summary>
    private static List<int> Consumers(EntityNode entity)
    {
        IEnumerable<int> consumers = Tails(entity, EdgeKind.Uses);
        if (entity.Is(NodeKinds.Identity))
        {
            consumers = consumers
                .Concat(Tails(entity, EdgeKind.Authenticates).SelectMany(credential => Tails(entity.Other(credential), EdgeKind.Uses)))
                .Concat(Tails(entity, EdgeKind.CanAssume).Where(tail => (entity.Graph.KindsOf(tail) & NodeKinds.Consumer) != 0));
        }

        return [.. consumers.Distinct()];
    }

    private static List<int> Tails(EntityNode entity, EdgeKind kind) => [.. Ends(entity.Graph.In(entity.Node), kind, edge => edge.From)];

    private static List<int> Heads(EntityNode entity, EdgeKind kind) => [.. Ends(entity.Graph.Out(entity.Node), kind, edge => edge.To)];

    private static List<int> EvidenceHeads(EntityNode entity, EdgeKind kind) => [.. Ends(entity.Graph.EvidenceOut(entity.Node), kind, edge => edge.To)];

    private static IEnumerable<int> Ends(AccessEdges edges, EdgeKind kind, Func<AccessEdge, int> end) => edges.Where(edge => edge.Kind == kind).Select(end).Distinct();
}

using System.Collections.Immutable;
using GraphQL;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paging;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Holdings;

/// <summary>That a principal holds an entitlement, itself or through groups.</summary>
/// <param name="Holder">The principal asked about.</param>
/// <param name="Edges">MEMBER_OF edges, nearest group first, then the HOLDS edge.</param>
internal sealed record HoldingAnswer(EntityNode Holder, ImmutableArray<AccessEdge> Edges)
{
    internal EntityNode Entitlement => Holder.Other(Edges[^1].To);

    internal Certainty Certainty => Edges.Min(edge => edge.Certainty);

    internal IEnumerable<Condition> Conditions => Edges.SelectMany(edge => Holder.Graph.ConditionsOf(edge.Id)).Distinct();

    internal IEnumerable<EntityNode> Via => Edges[..^1].Select(edge => Holder.Other(edge.To));

    internal static object? Page(IResolveFieldContext<EntityNode> context)
    {
        // The context is used again for other fields: what is asked later must not hold on to it.
        PageArguments arguments = PageArguments.Of(context, context.Source.Asked, "entitlements of " + context.Source.Key);
        return context.Source.Related(Relation.Holdings, holder => Paging.Page.Of(Of(holder), arguments, holding => holding, () => Relations.Completeness(holder, DatasetTells.Grants)));
    }

    /// <summary>Every entitlement that the principal holds, direct ones first; breadth first through groups, each group once by its nearest way.</summary>
    internal static List<HoldingAnswer> Of(EntityNode holder)
    {
        AccessGraph graph = holder.Graph;
        var holdings = new List<HoldingAnswer>();
        var seen = new HashSet<int> { holder.Node };
        var waiting = new Queue<(int Principal, ImmutableArray<AccessEdge> Way)>();
        waiting.Enqueue((holder.Node, []));
        while (waiting.TryDequeue(out (int Principal, ImmutableArray<AccessEdge> Way) next))
        {
            foreach (AccessEdge edge in graph.Out(next.Principal))
            {
                if (edge.Kind == EdgeKind.Holds)
                {
                    holdings.Add(new(holder, next.Way.Add(edge)));
                }
                else if (edge.Kind == EdgeKind.MemberOf && seen.Add(edge.To))
                {
                    waiting.Enqueue((edge.To, next.Way.Add(edge)));
                }
            }
        }

        return holdings;
    }
}

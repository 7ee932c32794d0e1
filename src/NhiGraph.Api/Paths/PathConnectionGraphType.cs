using GraphQL.Types;
using NhiGraph.Api.Paging;

namespace NhiGraph.Api.Paths;

/// <summary>The connection of paths, with the ids that are not there.</summary>
internal sealed class PathConnectionGraphType : BoundedConnectionGraphType<AccessPathGraphType>
{
    public PathConnectionGraphType() =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("notFound").Resolve(context => context.Source.NotFound);
}

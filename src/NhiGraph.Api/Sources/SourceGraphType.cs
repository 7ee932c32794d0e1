using GraphQL.Types;
using NhiGraph.Api.Completeness;

namespace NhiGraph.Api.Sources;

internal sealed class SourceGraphType : ObjectGraphType<SourceView>
{
    public SourceGraphType()
    {
        Name = "Source";
        Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Status.Id);
        Field<NonNullGraphType<StringGraphType>>("kind").Resolve(context => context.Source.Status.Kind);
        Field<NonNullGraphType<StringGraphType>>("name").Resolve(context => context.Source.Status.Id);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("scopes").Resolve(context => context.Source.Scopes);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SourceStateGraphType>>>>("datasets").Resolve(context => context.Source.Datasets);
        Field<RunGraphType>("lastRun").ResolveAsync(async context => await context.Source.LastRunAsync(context.CancellationToken).ConfigureAwait(false));
    }
}

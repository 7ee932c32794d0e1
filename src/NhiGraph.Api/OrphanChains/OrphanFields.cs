using System.Collections.Immutable;
using GraphQL;
using GraphQL.Types;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Api.OrphanChains;

/// <summary>The question for which chains nobody answers, and which lack a link.</summary>
internal static class OrphanFields
{
    internal static void AddOrphanFields(this ObjectGraphType query) =>
        query.Field<ConnectionGraphType<OrphanChainGraphType>>("orphanChains")
            .Description("Broken chains, one row each with all its reasons, the most severe first. Where the source that would tell was not read the state is UNKNOWN; such rows are no orphans and are left out unless states asks for them.")
            .Argument<OrphanChainFilterGraphType>("filter").Argument<OrphanChainOrderGraphType>("orderBy").Paged().ResolveAsync(async context => await FindAsync(context).ConfigureAwait(false));

    private static async Task<Paging.Page> FindAsync(IResolveFieldContext context)
    {
        AskedGraph asked = context.Asked();
        OrphanFilter filter = OrphanFilter.Of(context.GetArgument<IDictionary<string, object?>?>("filter"));
        bool leastFirst = context.GetArgument<IDictionary<string, object?>?>("orderBy") is { } order && order.TryGetValue("direction", out object? direction) && direction is Listings.OrderDirection.Asc;
        PageArguments arguments = PageArguments.Of(context, asked, $"orphans {filter.Text} {leastFirst}");
        OrphanChainsAnswer answer = await asked.Snapshot.Judgements.OrphansAsync(asked, context.CancellationToken).ConfigureAwait(false);
        AccessGraph graph = answer.Graph;
        ImmutableArray<OrphanChain> found = [.. answer.Chains.Where(chain => filter.Admits(chain, graph))];
        found = leastFirst ? [.. found.OrderBy(chain => chain.Score)] : found;
        Paging.Page page = Paging.Page.Of(found, arguments, chain => new OrphanView(asked, graph, chain), () => asked.Snapshot.Coverage.Of(OrphanView.Tells, filter.Scopes.IsEmpty ? null : filter.Scopes));
        asked.Nodes.Expect(page.Nodes.Cast<OrphanView>().SelectMany(row => row.Keys));
        return page;
    }
}

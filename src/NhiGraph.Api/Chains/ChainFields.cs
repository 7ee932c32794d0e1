using GraphQL;
using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.Chains;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Chains;

/// <summary>The question which chains lead through a node.</summary>
internal static class ChainFields
{
    private const DatasetTells Tells = DatasetTells.Consumers | DatasetTells.Credentials | DatasetTells.Identities | DatasetTells.Grants | DatasetTells.Resources;

    internal static void AddChainFields(this ObjectGraphType query) =>
        query.Field<BoundedConnectionGraphType<ChainGraphType>>("chains").Description("Consumer, credential, identity and what it reaches, through a node.")
            .Argument<NonNullGraphType<IdGraphType>>("through").Paged().ResolveAsync(async context => await ChainsOfAsync(context).ConfigureAwait(false));

    private static async Task<Paging.Page> ChainsOfAsync(IResolveFieldContext context)
    {
        AskedGraph asked = context.Asked();
        string through = context.GetArgument<string>("through");
        PageArguments arguments = PageArguments.Of(context, asked, "chains " + through);
        var options = new TraversalOptions(asked.At);
        AccessGraph graph = await asked.Snapshot.Parts.ChainsAsync(through, options, context.CancellationToken).ConfigureAwait(false);
        ChainsAnswer answer = ChainsAnswer.Of(graph, through, options) ?? throw new ApiError(ErrorCode.NotFound, $"through: there is no {through}.");
        Page<Chain> found = answer.Page(arguments.Offset, arguments.First);
        var reach = new Dictionary<int, BlastRadiusQuestion>();
        int offset = arguments.Offset;
        string? scope = graph.ScopeOf(answer.Through);
        return new()
        {
            Nodes = [.. found.Items.Select(chain => new ChainView(graph, chain, ReachOf(chain)))],
            CursorAt = i => arguments.CursorOf(offset + i + 1),
            HasNext = offset + found.Items.Length < found.Total,
            HasPrevious = offset > 0,
            Total = found.Total,
            Completeness = () => asked.Snapshot.Coverage.Of(Tells, scope is null ? null : [scope]),
        };

        BlastRadiusQuestion ReachOf(Chain chain)
        {
            if (!reach.TryGetValue(chain.Identity, out BlastRadiusQuestion? question))
            {
                reach.Add(chain.Identity, question = new(asked, [graph.KeyOf(chain.Identity)], options));
            }

            return question;
        }
    }
}

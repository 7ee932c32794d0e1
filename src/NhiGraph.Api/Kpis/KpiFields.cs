using GraphQL;
using GraphQL.Types;
using NhiGraph.Analysis.Kpis;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;

namespace NhiGraph.Api.Kpis;

/// <summary>The question how much of the estate is accounted for.</summary>
internal static class KpiFields
{
    internal static void AddKpiFields(this ObjectGraphType query) =>
        query.Field<KpisGraphType>("kpis").Description("Key figures over the non-human identities that are not disabled, and the credentials that work for them.")
            .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("scopes", "Of the identity.")
            .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("environments", "Of the identity; letter case does not count.")
            .ResolveAsync(async context => await OfAsync(context).ConfigureAwait(false));

    private static async Task<KpiView> OfAsync(IResolveFieldContext context)
    {
        AskedGraph asked = context.Asked();
        List<string> scopes = context.GetArgument<List<string>?>("scopes") ?? [];
        List<string> environments = context.GetArgument<List<string>?>("environments") ?? [];
        KpiAnswer answer = await asked.Snapshot.Judgements.KpisAsync(asked, context.CancellationToken).ConfigureAwait(false);
        return new(asked, scopes, answer.Figures(node =>
            (scopes.Count == 0 || (answer.Graph.ScopeOf(node) is { } scope && scopes.Contains(scope, StringComparer.Ordinal)))
            && (environments.Count == 0 || (answer.Graph.EnvironmentOf(node) is { } environment && environments.Contains(environment, StringComparer.OrdinalIgnoreCase)))));
    }
}

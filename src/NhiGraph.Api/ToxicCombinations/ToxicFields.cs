using System.Collections.Immutable;
using GraphQL;
using GraphQL.Types;
using NhiGraph.Analysis.Administrators;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.ToxicCombinations;

/// <summary>The question which actors can do things that no single actor may.</summary>
internal static class ToxicFields
{
    private const DatasetTells Tells = DatasetTells.Identities | DatasetTells.Credentials | DatasetTells.Consumers | DatasetTells.Grants | DatasetTells.Restrictions | DatasetTells.Resources;

    internal static void AddToxicFields(this ObjectGraphType query)
    {
        query.Field<ConnectionGraphType<ToxicCombinationGraphType>>("toxicCombinations")
            .Description("Actors who can do all parts of a rule, each at the smallest: nobody it controls can. The most severe first. What an exception accepts is left out while it holds.")
            .Argument<ToxicCombinationFilterGraphType>("filter").Paged().ResolveAsync(async context => await FindAsync(context).ConfigureAwait(false));
        query.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ToxicRuleGraphType>>>>("toxicRules").Description("The rules that are asked.")
            .Resolve(context => context.Asked().Snapshot.Rules.Rules.Append(ToxicRule.Administrators));
    }

    private static async Task<Paging.Page> FindAsync(IResolveFieldContext context)
    {
        AskedGraph asked = context.Asked();
        ToxicFilter filter = ToxicFilter.Of(context.GetArgument<IDictionary<string, object?>?>("filter"));
        PageArguments arguments = PageArguments.Of(context, asked, "toxic " + filter.Text);
        ToxicCombinationsAnswer answer = await asked.Snapshot.Judgements.ToxicAsync(asked, filter.Certainty, context.CancellationToken).ConfigureAwait(false);
        AccessGraph graph = answer.Condensation.Graph;
        DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(asked.At);
        ImmutableArray<ToxicFinding> found = [.. answer.Findings.Where(finding => filter.Admits(finding, graph, answer, at))];
        ToxicCombination[] read = [.. answer.Read(found.Skip(arguments.Offset).Take(arguments.First))];
        AdministratorsAnswer? administrators = read.Any(combination => combination.Finding.Rule == ToxicRule.Administrators)
            ? await asked.Snapshot.Judgements.AdministratorsAsync(asked, filter.Certainty, context.CancellationToken).ConfigureAwait(false) : null;
        ToxicView[] page = [.. read.Select(combination => new ToxicView(asked, graph, combination, combination.Finding.Rule == ToxicRule.Administrators ? administrators : null))];
        return Paging.Page.Of(page, found.Length, arguments, () => asked.Snapshot.Coverage.Of(Tells, filter.Scopes.IsEmpty ? null : filter.Scopes));
    }
}

using System.Collections.Immutable;
using GraphQL;
using GraphQL.Types;
using NhiGraph.Analysis.Administrators;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Administrators;

/// <summary>The question who administers a whole account, directly or by techniques.</summary>
internal static class AdministratorFields
{
    private const DatasetTells Tells = DatasetTells.Identities | DatasetTells.Grants | DatasetTells.Restrictions;

    internal static void AddAdministratorFields(this ObjectGraphType query) =>
        query.Field<ConnectionGraphType<AdministratorGraphType>>("administrators")
            .Description("Identities that reach ADMINISTER on a whole account, tenant, organisation or cluster, by account and key: directly, or by techniques only.")
            .Argument<ListGraphType<NonNullGraphType<StringGraphType>>>("scopes", "Of the account.")
            .Argument<EnumGraphType<Certainty>>("certainty", "The weakest edge to walk; INFERRED where left out.")
            .Argument<BooleanGraphType>("byTechnique", "Only those whose every way takes a technique, or only those with a way that takes none.")
            .Paged().ResolveAsync(async context => await FindAsync(context).ConfigureAwait(false));

    private static async Task<Paging.Page> FindAsync(IResolveFieldContext context)
    {
        AskedGraph asked = context.Asked();
        List<string> scopes = context.GetArgument<List<string>?>("scopes") ?? [];
        Certainty certainty = context.GetArgument<Certainty?>("certainty") ?? Certainty.Inferred;
        bool? byTechnique = context.GetArgument<bool?>("byTechnique");
        PageArguments arguments = PageArguments.Of(context, asked, $"administrators {certainty} {byTechnique} {string.Join(' ', scopes)}");
        AdministratorsAnswer answer = await asked.Snapshot.Judgements.AdministratorsAsync(asked, certainty, context.CancellationToken).ConfigureAwait(false);
        ImmutableArray<Administrator> found = [.. answer.All.Where(one => (scopes.Count == 0 || (answer.Graph.ScopeOf(one.Account) is { } scope && scopes.Contains(scope, StringComparer.Ordinal))) && (byTechnique is null || byTechnique == one.Direct is null))];
        return Paging.Page.Of(found, arguments, one => new AdministratorView(asked, answer, one), () => asked.Snapshot.Coverage.Of(Tells, scopes.Count == 0 ? null : scopes));
    }
}

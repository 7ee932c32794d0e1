using System.Collections.Immutable;
using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Schema;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Listings;

/// <summary>The listings of <c>Query</c>, one a kind.</summary>
internal static class ListingFields
{
    internal static void AddListingFields(this ObjectGraphType query)
    {
        query.Add<IdentityGraphType, IdentityFilterGraphType, IdentityOrderGraphType>(ListedKind.Identities);
        query.Add<CredentialGraphType, CredentialFilterGraphType, CredentialOrderGraphType>(ListedKind.Credentials);
        query.Add<EntityGraphType, ConsumerFilterGraphType, ConsumerOrderGraphType>(ListedKind.Consumers);
        query.Add<EntityGraphType, ResourceFilterGraphType, ResourceOrderGraphType>(ListedKind.Resources);
        query.Add<EntitlementGraphType, EntitlementFilterGraphType, EntitlementOrderGraphType>(ListedKind.Entitlements);
        query.Add<GroupGraphType, GroupFilterGraphType, GroupOrderGraphType>(ListedKind.Groups);
        query.Add<HumanGraphType, HumanFilterGraphType, HumanOrderGraphType>(ListedKind.Humans);
        query.Add<ApplicationGraphType, ApplicationFilterGraphType, ApplicationOrderGraphType>(ListedKind.Applications);
    }

    private static void Add<TNode, TFilter, TOrder>(this ObjectGraphType query, ListedKind kind)
        where TNode : IGraphType
        where TFilter : FilterGraphType, new()
        where TOrder : IGraphType
    {
        var filters = new TFilter();
        query.Field<ConnectionGraphType<TNode>>(kind.Field).Argument<TFilter>("filter").Argument<TOrder>("orderBy").Paged()
            .ResolveAsync(async context => await NodeListing.PageAsync(context, context.Asked(), QueryOf(context, kind, filters), kind.Tells).ConfigureAwait(false));
    }

    private static NodeQuery QueryOf(IResolveFieldContext context, ListedKind kind, FilterGraphType filters)
    {
        IDictionary<string, object?>? filter = context.GetArgument<IDictionary<string, object?>?>("filter");
        IDictionary<string, object?>? order = context.GetArgument<IDictionary<string, object?>?>("orderBy");
        string? text = (string?)filter?.GetValueOrDefaultOf("text");
        if (text is not null && order is not null)
        {
            throw ApiError.BadArgument("orderBy: a listing by text is ranked; leave orderBy out.");
        }

        return new()
        {
            Kinds = kind.Kind,
            Where = filter is null ? ImmutableArray<PropertyFilter>.Empty : filters.Read(filter),
            Text = NodeListing.CheckedText(text, "filter.text"),
            Order = order is null ? NodeOrder.ByName : new(kind.Orders[(string)order["by"]!], order.GetValueOrDefaultOf("direction") is OrderDirection.Desc),
        };
    }

    private static object? GetValueOrDefaultOf(this IDictionary<string, object?> fields, string name) => fields.TryGetValue(name, out object? value) ? value : null;
}

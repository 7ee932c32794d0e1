using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace NhiGraph.Api.Paging;

/// <summary>How every connection field is declared.</summary>
internal static class PagingFields
{
    /// <summary>A field with <c>first</c> and <c>after</c>.</summary>
    internal static FieldBuilder<TSource, object> PagedField<TSource, TNode>(this ComplexGraphType<TSource> type, string name, bool required = false) where TNode : IGraphType =>
        (required ? type.Field<NonNullGraphType<ConnectionGraphType<TNode>>>(name) : type.Field<ConnectionGraphType<TNode>>(name)).Paged();

    internal static FieldBuilder<TSource, object> Paged<TSource>(this FieldBuilder<TSource, object> field) =>
        field.Argument<IntGraphType>("first").Argument<StringGraphType>("after");
}

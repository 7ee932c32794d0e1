using System.Globalization;
using GraphQL;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Reach;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.BlastRadius;

/// <summary>A page of the resources of a blast radius.</summary>
internal static class ResourcePage
{
    internal static object? Of(IResolveFieldContext context, BlastRadiusQuestion question, ResourceQuery query, string? under = null)
    {
        PageArguments arguments = PageArguments.Of(context, question.Asked, string.Create(
            CultureInfo.InvariantCulture, $"resources {question.Text} {query.Selection} {query.MinSensitivity} {query.Capabilities.Bits} {under}"));
        return under is null
            ? question.Asked.Ready(question, reach => Page(arguments, reach, query))
            : question.Asked.Find(under, container => container is null
                ? throw new ApiError(ErrorCode.NotFound, $"under: there is no {under}.")
                : question.Asked.Ready(question, reach => Under(arguments, reach, query, under)));
    }

    /// <summary>What the question's graph does not hold contains nothing that was reached.</summary>
    private static Paging.Page Under(PageArguments arguments, BlastRadiusQuestion question, ResourceQuery query, string under) =>
        question.Graph.TryFind(under, out int node)
            ? Page(arguments, question, query with { Under = node })
            : ReachPages.Of(arguments, new Page<ReachedResource>([], 0), resource => new ReachedResourceView(question, resource), question);

    private static Paging.Page Page(PageArguments arguments, BlastRadiusQuestion question, ResourceQuery query) =>
        ReachPages.Of(arguments, question.Answer.Resources(query, arguments.Offset, arguments.First), resource => new ReachedResourceView(question, resource), question);
}

using GraphQL;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Reach;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.BlastRadius;

/// <summary>A page of the resources of a blast radius.</summary>
internal static class ResourcePage
{
    internal static Page Of(IResolveFieldContext context, BlastRadiusQuestion question, ResourceQuery query)
    {
        PageArguments arguments = PageArguments.Of(context, question.Asked, $"resources {question.Text} {query.Selection} {query.MinSensitivity} {query.Capabilities.Bits} {query.Under}");
        return ReachPages.Of(arguments, question.Answer.Resources(query, arguments.Offset, arguments.First), resource => new ReachedResourceView(question, resource), question);
    }
}

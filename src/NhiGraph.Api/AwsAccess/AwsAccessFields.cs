using System.Collections.Immutable;
using GraphQL;
using GraphQL.Types;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Access;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.AwsAccess;

/// <summary>The question whether an AWS principal may do one thing, and why.</summary>
internal static class AwsAccessFields
{
    private const string Prefix = "aws:";
    private const int MostKeys = 100;

    internal static void AddAwsAccessFields(this ObjectGraphType query) =>
        query.Field<AwsAccessGraphType>("awsAccess")
            .Description("Whether a user, a role or the root user of a loaded AWS account may do one action on one resource, decided by the stored policies as AWS does, with what decided it. NOT_FOUND where no loaded account lists the principal.")
            .Argument<NonNullGraphType<IdGraphType>>("principal")
            .Argument<NonNullGraphType<StringGraphType>>("action", "One action, such as s3:GetObject.")
            .Argument<NonNullGraphType<StringGraphType>>("resource", "An ARN, or the key of a resource; a pattern asks for all that it covers; * for an action without resource.")
            .Argument<ListGraphType<NonNullGraphType<AwsContextInputGraphType>>>("context", "Context keys that are told; all others are unknown, and leave conditions.")
            .ResolveAsync(async context => await OfAsync(context).ConfigureAwait(false));

    private static async Task<object?> OfAsync(IResolveFieldContext context)
    {
        AskedGraph asked = context.Asked();
        string key = context.GetArgument<string>("principal");
        ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> told = [.. (context.GetArgument<List<AwsContextInput>?>("context") ?? []).Select(one => KeyValuePair.Create(one.Key, one.Values.ToImmutableArray()))];
        if (told.Length > MostKeys || told.Any(one => one.Value.Length > MostKeys))
        {
            throw ApiError.BadArgument($"context: must have at most {MostKeys} keys of {MostKeys} values.");
        }

        AccessGraph graph = await asked.Snapshot.Parts.NodesAsync([key], context.CancellationToken).ConfigureAwait(false);
        if (!graph.TryFind(key, out int node))
        {
            throw new ApiError(ErrorCode.NotFound, $"There is no {key}.");
        }

        var principal = new EntityNode(asked, graph, node);
        string resource = context.GetArgument<string>("resource").Trim();
        resource = resource.StartsWith(Prefix + "arn:", StringComparison.Ordinal) ? resource[Prefix.Length..] : resource;
        string arn = key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : key;
        var question = new AwsAccessQuestion(arn, context.GetArgument<string>("action").Trim(), resource, told, DateTimeOffset.FromUnixTimeSeconds(asked.At));
        try
        {
            var access = new Loaders.Aws.Access.AwsAccess((scope, dataset) => asked.Snapshot.Store.FactsAsync(asked.Snapshot.Status.Version, scope, dataset, context.CancellationToken));
            AwsAccessAnswer answer = await access.AskAsync(question, context.CancellationToken).ConfigureAwait(false)
                ?? throw new ApiError(ErrorCode.NotFound, $"No loaded account lists {key}: what it may do was not read.");
            CompletenessAnswer completeness = asked.Snapshot.Coverage.Of(DatasetTells.Grants | DatasetTells.Restrictions, principal.Scopes ?? [ScopeOf(arn)]);
            return new AwsAccessView(asked, principal, question, answer, completeness);
        }
        catch (AwsAccessFaultException fault)
        {
            throw ApiError.BadArgument(fault.Message);
        }
    }

    private static string ScopeOf(string arn) => Prefix + (arn.Split(':') is { Length: >= 6 } fields ? fields[4] : "");
}

using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>Decides requests as AWS does. A request for a pattern is decided as the worst of what it covers: allowed only where all of it is.</summary>
internal static class AccessEvaluator
{
    /// <summary>Pure, and safe to call at once from many threads.</summary>
    internal static AccessDecision Evaluate(AccessRequest request)
    {
        var context = new RequestContext(request);
        (RequestResource asked, bool orNone) = ResourceOf(request);
        if (!asked.IsPattern)
        {
            return RequestJudgement.Of(request, asked, context).Decide();
        }

        // Past the bound of cells the pattern is asked as a whole: an Allow must cover it by itself, any Deny that touches it counts.
        IEnumerable<RequestResource> cells = PatternCells.OfResource(asked, [.. Patterns(request, context)]) ?? [asked];
        RequestVerdict[] verdicts = [.. (orNone ? cells.Append(RequestResource.None) : cells).Select(cell => RequestJudgement.Of(request, cell, context))];
        return new RequestVerdict(
            verdicts.Aggregate(Formula.Yes, (all, verdict) => all.And(verdict.Allowed)),
            verdicts.Aggregate(Formula.No, (any, verdict) => any.Or(verdict.Denied)),
            [.. verdicts.SelectMany(verdict => verdict.Denies)],
            [.. verdicts.SelectMany(verdict => verdict.Allows)],
            [.. verdicts.SelectMany(verdict => verdict.Unwritten)],
            [.. verdicts.Where(verdict => verdict.Allowed.IsNo).SelectMany(verdict => verdict.Missing)]).Decide();
    }

    /// <summary>What is asked for, and whether the action may also be asked without a resource.</summary>
    private static (RequestResource Asked, bool OrNone) ResourceOf(AccessRequest request)
    {
        ActionTable table = ActionTable.Instance;
        int action = table.Find(request.LowerAction);
        ImmutableArray<int> kinds = action < 0 ? [] : table.Actions[action].Types;
        bool withoutAny = !kinds.IsEmpty && kinds.All(kind => table.Kinds[kind].IsService);
        RequestResource asked = withoutAny ? RequestResource.None : RequestResource.Parse(request.Resource) ?? throw new ArgumentException($"'{request.Resource}' is neither an ARN nor a pattern of ARNs.", nameof(request));
        return (asked, !withoutAny && request.Resource == "*" && kinds.Any(kind => table.Kinds[kind].IsService));
    }

    /// <summary>The patterns of all statements and rules about the action, by their six fields.</summary>
    private static IEnumerable<string[]> Patterns(AccessRequest request, RequestContext context)
    {
        IEnumerable<NamedPolicy> policies = request.IdentityPolicies.Concat(request.Boundaries).Concat(request.EndpointPolicies).Concat(request.ServiceControl.SelectMany(level => level)).Concat(request.ResourceControl.SelectMany(level => level))
            .Concat(new[] { request.SessionPolicy, request.ResourcePolicy }.OfType<NamedPolicy>());
        IEnumerable<string[]> written = policies.SelectMany(policy => policy.Policy.Statements).Where(rule => rule.IsAbout(request.LowerAction)).SelectMany(rule => rule.Resources)
            .Where(pattern => !pattern.IsEverything).Select(pattern => pattern.FieldsFor(context, out _)).OfType<string[]>();
        IEnumerable<string[]> kept = request.Service == "kms" ? [RequestJudgement.KeyFields] : [];
        return written.Concat(kept).Concat(ServiceRule.About(request).Where(rule => rule.Resource.Length > 0).Select(rule => rule.Resource)).DistinctBy(fields => string.Join(':', fields), StringComparer.Ordinal);
    }
}

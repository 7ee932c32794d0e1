using System.Collections.Frozen;
using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// Puts together what each set of policies says of a request for one thing: a Deny anywhere denies; otherwise the resource's policy and the caller's own must allow it as far as the account, the way the resource's policy names the caller,
/// and the service ask for, within boundary and session policy, and every level of the organisation and the endpoint must let it through.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html"/>
internal sealed class RequestJudgement
{
    /// <summary>Services on whose resources resource control policies have a say.</summary>
    internal static readonly FrozenSet<string> RcpServices = AwsData.Lines("rcp-services.tsv").Select(line => line[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The keys of KMS, whose policies decide by themselves; its aliases are resources like others.</summary>
    internal static readonly string[] KeyFields = ["*", "*", "kms", "*", "*", "key/*"];

    private readonly AccessRequest request;
    private readonly PolicyVerdict identity, boundary, session, resource, endpoint;
    private readonly ImmutableArray<PolicyVerdict> scps, rcps;
    private readonly bool resourceAlone, explicitTrust;

    private RequestJudgement(AccessRequest request, RequestResource asked, RequestContext context)
    {
        this.request = request;
        bool sts = request.Service == "sts";

        // Who comes with a token or an assertion is not signed in yet: only the role's trust policy is asked.
        resourceAlone = !request.Principal.HasAccount || (sts && request.LowerAction is "sts:assumerolewithwebidentity" or "sts:assumerolewithsaml");
        explicitTrust = (sts && request.LowerAction is "sts:assumerole" or "sts:tagsession" or "sts:setsourceidentity" or "sts:setcontext")
            || (request.Service == "kms" && !asked.IsNone && asked.Touches(KeyFields));
        PolicyVerdict Of(AwsPolicyKind role, IEnumerable<NamedPolicy> policies) => PolicyVerdict.Of(role, policies, request, asked, context);
        bool own = !resourceAlone && request.Principal.Kind != RequestPrincipalKind.Root;
        identity = Of(AwsPolicyKind.Identity, own ? request.IdentityPolicies : []);
        boundary = Of(AwsPolicyKind.Boundary, own ? request.Boundaries : []);
        session = Of(AwsPolicyKind.Session, !resourceAlone && request.SessionPolicy is { } passed ? [passed] : []);
        resource = Of(AwsPolicyKind.Resource, request.ResourcePolicy is { } policy ? [policy] : []);
        endpoint = Of(AwsPolicyKind.Endpoint, request.EndpointPolicies);
        bool linked = request.Principal.IsServiceLinkedRole;
        scps = resourceAlone || linked || request.ManagementAccount ? [] : [.. request.ServiceControl.Select(level => Of(AwsPolicyKind.Scp, level))];
        bool managed = request.ManagementAccount && !request.IsCrossAccount;
        rcps = linked || managed || !RcpServices.Contains(request.Service) || request.LowerAction == "kms:retiregrant" ? [] : [.. request.ResourceControl.Select(level => Of(AwsPolicyKind.Rcp, level))];
    }

    private Formula Identity => request.Principal.Kind == RequestPrincipalKind.Root ? Formula.Yes : identity.Allow;

    private Formula Boundary => request.Boundaries.IsEmpty || request.Principal.Kind == RequestPrincipalKind.Root ? Formula.Yes : boundary.Allow;

    /// <summary>A federated user has what its session policy allows of what the user who asked for it has: without one nothing.</summary>
    private Formula Session => request.SessionPolicy is null ? Formula.Of(request.Principal.Kind != RequestPrincipalKind.FederatedUser) : session.Allow;

    /// <summary>A user, or root, named by the resource's policy is still held by a session policy.</summary>
    private Formula Direct => request.Principal.Kind is RequestPrincipalKind.User or RequestPrincipalKind.Root ? resource.Direct.And(Session) : resource.Direct;

    private Formula Within => Boundary.And(Session);

    private Formula Core =>
        resourceAlone ? resource.Direct
        : request.IsCrossAccount ? Identity.And(Within).And(resource.Allow)
        : Direct.Or(resource.ByRole.And(Within)).Or((explicitTrust ? resource.ByAccount : Formula.Yes).And(Identity).And(Within));

    internal static RequestVerdict Of(AccessRequest request, RequestResource asked, RequestContext context)
    {
        if (ServiceRule.About(request).FirstOrDefault(rule => rule.Decides(asked)) is { } rule)
        {
            DecidingStatement[] reason = [DecidingStatement.Because(AwsPolicyKind.Aws, null, rule.Reason)];
            return new(Formula.Of(rule.Allows), Formula.No, [], [], [.. reason], [.. reason]);
        }

        var judgement = new RequestJudgement(request, asked, context);
        PolicyVerdict[] all = [.. judgement.rcps, .. judgement.scps, judgement.endpoint, judgement.resource, judgement.identity, judgement.boundary, judgement.session];
        Formula denied = all.Aggregate(Formula.No, (any, verdict) => any.Or(verdict.Deny));
        Formula allowed = denied.IsYes ? Formula.No : judgement.Core.And(judgement.Limits).And(denied.Negated());
        return new(allowed, denied, [.. all.SelectMany(verdict => verdict.Denies)], [.. judgement.Granting().SelectMany(Telling)], judgement.Unwritten, denied.IsYes ? [] : [.. judgement.Missing()]);
    }

    private Formula Limits => scps.Aggregate(request.EndpointPolicies.IsEmpty ? Formula.Yes : endpoint.Allow, (all, level) => all.And(level.Allow));

    /// <summary>The sets whose statements grant the request and let it through.</summary>
    private IEnumerable<PolicyVerdict> Granting()
    {
        IEnumerable<PolicyVerdict> core =
            resourceAlone || (!request.IsCrossAccount && Direct.IsYes) ? [resource]
            : !request.IsCrossAccount && resource.ByRole.And(Within).IsYes ? [resource, boundary, session]
            : [identity, boundary, session, resource];
        return [.. core, .. scps, endpoint];
    }

    /// <summary>What grants the request without being written anywhere.</summary>
    private ImmutableArray<DecidingStatement> Unwritten => request.Principal.Kind == RequestPrincipalKind.Root && !resourceAlone
        ? [DecidingStatement.Because(AwsPolicyKind.Aws, null, "the root user may do everything in its account")] : [];

    /// <summary>Statements that allow for certain, where there are any; otherwise those that may.</summary>
    private static IEnumerable<StatementHit> Telling(PolicyVerdict verdict) =>
        verdict.Allows.Any(hit => hit.Matches.IsYes) ? verdict.Allows.Where(hit => hit.Matches.IsYes) : verdict.Allows;

    private IEnumerable<DecidingStatement> Missing()
    {
        string what = $"{request.Action} on {request.Resource}";
        if (Core.IsNo)
        {
            bool needsResource = resourceAlone || request.IsCrossAccount || explicitTrust;
            if (needsResource && resource.Allow.IsNo)
            {
                yield return DecidingStatement.Because(AwsPolicyKind.Resource, request.ResourcePolicy?.Name, $"the policy of the resource does not allow the caller {what}");
            }

            bool needsOwn = !resourceAlone && (request.IsCrossAccount || !explicitTrust || !resource.ByAccount.IsNo);
            if (needsOwn && Identity.IsNo)
            {
                yield return DecidingStatement.Because(AwsPolicyKind.Identity, Names(request.IdentityPolicies), $"no policy of the caller allows {what}");
            }

            if (!resourceAlone && Boundary.IsNo)
            {
                yield return DecidingStatement.Because(AwsPolicyKind.Boundary, Names(request.Boundaries), $"the permissions boundary does not allow {what}");
            }

            if (!resourceAlone && Session.IsNo)
            {
                yield return DecidingStatement.Because(AwsPolicyKind.Session, request.SessionPolicy?.Name, $"the session policy does not allow {what}");
            }
        }

        for (int i = 0; i < scps.Length; i++)
        {
            if (scps[i].Allow.IsNo)
            {
                yield return DecidingStatement.Because(AwsPolicyKind.Scp, Names(request.ServiceControl[i]), $"no service control policy of level {i + 1} allows {what}");
            }
        }

        if (!request.EndpointPolicies.IsEmpty && endpoint.Allow.IsNo)
        {
            yield return DecidingStatement.Because(AwsPolicyKind.Endpoint, Names(request.EndpointPolicies), $"the endpoint's policy does not allow {what}");
        }
    }

    private static string? Names(ImmutableArray<NamedPolicy> policies) => policies.IsEmpty ? null : string.Join(", ", policies.Select(policy => policy.Name));
}

using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>
/// Decides single requests by the stored facts: the principal's policies with its groups', its boundary, its organisation's service control policies, the resource control policies of the resource's account, and the resource's own policy.
/// What was not read is never taken for a denial or a grant: it is a condition of the answer, or an assumption. Reads the datasets that it needs once each; keeps nothing.
/// </summary>
/// <param name="facts">The facts of a scope and dataset.</param>
public sealed class AwsAccess(Func<string, string, IAsyncEnumerable<Fact>> facts)
{
    private static readonly string[] Reading = ["s3:getobject", "s3:getobjectversion", "s3:getobjecttorrent"];

    /// <summary>Null where no fact tells of the principal.</summary>
    /// <exception cref="AwsAccessFaultException">The question is malformed.</exception>
    public async Task<AwsAccessAnswer?> AskAsync(AwsAccessQuestion question, CancellationToken cancellation)
    {
        RequestPrincipal principal = RequestPrincipal.Parse(question.Principal) is { Session: null, Kind: RequestPrincipalKind.User or RequestPrincipalKind.Role or RequestPrincipalKind.Root } known ? known
            : throw new AwsAccessFaultException("principal: must be a user, a role or the root user of an account.");
        string action = question.Action.Split(':') is [{ Length: > 0 }, { Length: > 0 }] && !Glob.IsWild(question.Action) ? question.Action : throw new AwsAccessFaultException("action: must be one action, such as s3:GetObject, without wildcards.");
        RequestResource asked = RequestResource.Parse(question.Resource) ?? throw new AwsAccessFaultException("resource: must be an ARN of six fields, a pattern of ARNs, or *.");
        var own = new StoredPolicies(facts, principal.Account!);
        PrincipalPolicies? held = principal.Kind == RequestPrincipalKind.Root ? PrincipalPolicies.None : await own.OfAsync(principal, cancellation).ConfigureAwait(false);
        if (held is null)
        {
            return null;
        }

        string? account = asked.IsPattern || question.Resource == "*" ? null : Account(question.Resource);
        bool bucket = question.Resource.Split(':') is [_, _, "s3", ..];
        account ??= bucket ? await own.OwnsAsync(question.Resource, cancellation).ConfigureAwait(false) ?? principal.Account : principal.Account;
        var others = account == principal.Account ? own : new StoredPolicies(facts, account!);
        (OrganizationPolicies? bound, OrganizationPolicies? owner) = (await own.OrganizationAsync(cancellation).ConfigureAwait(false), await others.OrganizationAsync(cancellation).ConfigureAwait(false));
        ResourceFacts resource = await others.OfResourceAsync(question.Resource, cancellation).ConfigureAwait(false);
        var context = new Dictionary<string, ContextValue>(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, ImmutableArray<string> values) in question.Context)
        {
            context[key] = values.Length == 1 ? ContextValue.Of(values[0]) : ContextValue.List(values);
        }

        context.TryAdd("aws:CurrentTime", ContextValue.Of(question.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        context.TryAdd("aws:EpochTime", ContextValue.Of(question.At.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        context.TryAdd(SecureTransport.Key, ContextValue.Of(true));
        if (RequestedRegion.Of(action, question.Resource, principal.Partition) is { } region)
        {
            context.TryAdd(RequestedRegion.Key, ContextValue.Of(region));
        }

        var request = new AccessRequest(principal, action, question.Resource)
        {
            ResourceAccount = account,
            PrincipalTags = held.Tags,
            ResourceTags = resource.Tags,
            Context = context,
            UnknownKeys = ["*"],
            IdentityPolicies = held.Identity,
            Boundaries = held.Boundary,
            ServiceControl = bound?.ServiceControl ?? [],
            ResourceControl = owner?.ResourceControl ?? [],
            ManagementAccount = bound?.Manages == true,
            OrganizationId = bound?.Id,
            ResourcePolicy = resource.Policy,
        };

        AccessDecision decision = Decide(request, resource);
        if (resource.Key is { Length: > 0 } cipher && Reading.Contains(request.LowerAction) && decision.Outcome is AccessOutcome.Allowed or AccessOutcome.Conditional)
        {
            string keeper = Account(cipher) ?? account!;
            StoredPolicies ofKey = keeper == account ? others : keeper == principal.Account ? own : new StoredPolicies(facts, keeper);
            ResourceFacts told = await ofKey.OfResourceAsync(cipher, cancellation).ConfigureAwait(false);
            OrganizationPolicies? above = await ofKey.OrganizationAsync(cancellation).ConfigureAwait(false);
            var decrypt = new AccessRequest(principal, "kms:Decrypt", cipher)
            {
                ResourceAccount = keeper,
                PrincipalTags = request.PrincipalTags,
                ResourceTags = told.Tags,
                Context = request.Context,
                UnknownKeys = request.UnknownKeys,
                IdentityPolicies = request.IdentityPolicies,
                Boundaries = request.Boundaries,
                ServiceControl = request.ServiceControl,
                ResourceControl = above?.ResourceControl ?? [],
                ManagementAccount = request.ManagementAccount,
                OrganizationId = request.OrganizationId,
                ResourcePolicy = told.Policy,
            };
            decision = Decryption.With(decision, Decide(decrypt, told), cipher);
        }

        return AccessWords.Answer(question, decision, [.. Assumptions(request, resource, bound, owner)]);
    }

    /// <summary>Nothing works on some things unless their policy, where it was not read, says so.</summary>
    private static AccessDecision Decide(AccessRequest request, ResourceFacts resource)
    {
        bool consent = !resource.IsRead && RequestResource.Parse(request.Resource)?.IsPattern == false && (request.IsCrossAccount || request.Service == "kms" || request.LowerAction == "sts:assumerole");
        return AccessEvaluator.Evaluate(consent ? request with { ResourcePolicy = UnreadPolicy.OfResource(request.Principal.Account!) } : request);
    }

    private static string? Account(string resource) => resource.Split(':') is { Length: >= 6 } fields && fields[4].Length == 12 && fields[4].All(char.IsAsciiDigit) ? fields[4] : null;

    private static IEnumerable<string> Assumptions(AccessRequest request, ResourceFacts resource, OrganizationPolicies? bound, OrganizationPolicies? owner)
    {
        if (bound is null || owner is null)
        {
            yield return AwsAssumptions.OrganizationPolicies;
        }

        if (!resource.IsRead && (ResourceConsent.AssumptionsOf(request.Service).Length > 0 || request.IsCrossAccount))
        {
            yield return AwsAssumptions.ResourcePolicies;
        }
    }
}

using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>The context keys of a request: what was given, then what follows from who asks for what; all others are absent, or unknown where the request says so. Keys have no case.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"/>
internal sealed class RequestContext(AccessRequest request)
{
    private const string PrincipalTag = "aws:PrincipalTag/";
    private const string ResourceTag = "aws:ResourceTag/";

    internal ContextValue this[string key]
    {
        get
        {
            if (request.Context.TryGetValue(key, out ContextValue given))
            {
                return given;
            }

            return Derived(key) ?? (request.UnknownKeys.Any(pattern => Names(pattern, key)) ? ContextValue.Unknown : ContextValue.Absent);
        }
    }

    /// <summary>Null for a key that does not follow from the request.</summary>
    private ContextValue? Derived(string key)
    {
        if (key.StartsWith(PrincipalTag, StringComparison.OrdinalIgnoreCase))
        {
            return Tag(request.PrincipalTags, key[PrincipalTag.Length..]) ?? (request.Principal.HasAccount ? null : ContextValue.Absent);
        }

        if (key.Equals("kms:CallerAccount", StringComparison.OrdinalIgnoreCase))
        {
            return OfPrincipal("aws:principalaccount");
        }

        int tag = key.IndexOf(":ResourceTag/", StringComparison.OrdinalIgnoreCase);
        if (tag > 0 && (key.StartsWith(ResourceTag, StringComparison.OrdinalIgnoreCase) || key[..tag].Equals(request.Service, StringComparison.OrdinalIgnoreCase)))
        {
            return Tag(request.ResourceTags, key[(tag + ":ResourceTag/".Length)..]);
        }

        return key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) ? OfPrincipal(key.ToLowerInvariant()) : null;
    }

    private ContextValue? OfPrincipal(string key)
    {
        RequestPrincipal principal = request.Principal;
        bool service = principal.Kind == RequestPrincipalKind.Service;
        switch (key)
        {
            case "aws:principalarn":
                return principal.HasAccount ? ContextValue.Of(principal.PrincipalArn) : ContextValue.Absent;
            case "aws:principalaccount":
                return principal.Account is { } account ? ContextValue.Of(account) : ContextValue.Absent;
            case "aws:principaltype":
                return principal.Kind switch
                {
                    RequestPrincipalKind.User => ContextValue.Of("User"),
                    RequestPrincipalKind.Role => ContextValue.Of("AssumedRole"),
                    RequestPrincipalKind.FederatedUser => ContextValue.Of("FederatedUser"),
                    RequestPrincipalKind.Root => ContextValue.Of("Account"),
                    RequestPrincipalKind.Anonymous => ContextValue.Of("Anonymous"),
                    _ => ContextValue.Absent,
                };
            case "aws:username":
                return principal.Kind == RequestPrincipalKind.User ? ContextValue.Of(principal.Name) : ContextValue.Absent;
            case "aws:userid":
                return principal.Kind switch
                {
                    RequestPrincipalKind.Root => ContextValue.Of(principal.Account!),
                    RequestPrincipalKind.FederatedUser => ContextValue.Of($"{principal.Account}:{principal.Name}"),
                    RequestPrincipalKind.Anonymous => ContextValue.Of("anonymous"),
                    RequestPrincipalKind.User or RequestPrincipalKind.Role => null,
                    _ => ContextValue.Absent,
                };
            case "aws:principalisawsservice":
                return principal.HasAccount ? ContextValue.Of(false) : service ? ContextValue.Of(true) : ContextValue.Absent;
            case "aws:principalservicename":
                return service ? ContextValue.Of(principal.Name) : ContextValue.Absent;
            case "aws:principalservicenameslist":
                return service ? ContextValue.List(principal.Name) : ContextValue.Absent;
            case "aws:principalorgid":
                return !principal.HasAccount ? ContextValue.Absent : request.OrganizationId is { } organization ? ContextValue.Of(organization) : null;
            case "aws:principalorgpaths":
                return principal.HasAccount ? null : ContextValue.Absent;
            case "aws:resourceaccount":
                return request.ResourceAccount is { } owner ? ContextValue.Of(owner) : null;
            case "aws:resourceorgid":
                return request.OrganizationId is { } shared && !request.IsCrossAccount && principal.HasAccount ? ContextValue.Of(shared) : null;
            default:
                return null;
        }
    }

    private static ContextValue? Tag(IReadOnlyDictionary<string, string>? tags, string name) =>
        tags is null ? null : tags.TryGetValue(name, out string? value) ? ContextValue.Of(value) : ContextValue.Absent;

    private static bool Names(string pattern, string key) => Glob.Matches(pattern.ToLowerInvariant(), key.ToLowerInvariant());
}

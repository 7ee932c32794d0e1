using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>Somebody who is no principal of the account, and whom a resource's policy lets in.</summary>
/// <param name="Caller">Who asks; null where that is more than one.</param>
internal sealed record Outsider(string Key, NodeKinds Kinds, string Name, RequestPrincipal? Caller, params ImmutableArray<(string Name, string? Value)> Properties)
{
    /// <summary>The other account whose principals are meant, all or one, and whose own policies have a say; null for others.</summary>
    internal string? Account { get; init; }

    /// <summary>What is known of the caller.</summary>
    internal RequestContext? Context { get; } = Caller is null ? null : new(new AccessRequest(Caller, "", "*") { UnknownKeys = ["*"] });

    internal static Outsider Anyone { get; } = new(WellKnownKeys.Anyone, NodeKinds.Identity, "Anyone", RequestPrincipal.Anonymous, (PropertyNames.IdentityType, IdentityType.WellKnown.Text()));

    internal static Outsider AnyAuthenticated { get; } = new(WellKnownKeys.AnyAuthenticated, NodeKinds.Identity, "Anyone with an account", null, (PropertyNames.IdentityType, IdentityType.WellKnown.Text()));

    /// <summary>Whoever of any other account that account's own policies allow it.</summary>
    internal static Outsider EveryAccount { get; } = new("", NodeKinds.Group, "", null) { Account = "*" };

    /// <summary>Null for what names nobody, or nobody from outside; <paramref name="understood"/> is false for what AWS documents and nothing here knows.</summary>
    internal static Outsider? Of(PolicyPrincipal principal, string account, out bool understood)
    {
        understood = true;
        string value = principal.Value;
        switch (principal.Kind)
        {
            case "Service":
                return new(AwsKeys.ServicePrincipal(value), NodeKinds.Identity, value, RequestPrincipal.Service(value), (PropertyNames.IdentityType, IdentityType.ServicePrincipal.Text()), (PropertyNames.ProviderOwned, "true"));
            case "AWS" when value.Length == 12 && value.All(char.IsAsciiDigit):
                return value == account ? null : Everybody(value);
            case "AWS" when value.Split(':', 6) is ["arn", _, "iam", "", { Length: 12 } other, "root"]:
                return other == account ? null : Everybody(other);
            case "AWS" when RequestPrincipal.Parse(value) is { Account: { } other } caller:
                return other == account ? null : new(AwsKeys.OfArn(value), NodeKinds.Identity, caller.Name, caller) { Account = other };
            case "AWS" when value == "*" || value.StartsWith("AIDA", StringComparison.Ordinal) || value.StartsWith("AROA", StringComparison.Ordinal):
                return null;
            default:
                understood = false;
                return null;
        }
    }

    /// <summary>Whoever of another account that account's own policies allow it.</summary>
    private static Outsider Everybody(string account) => new(AwsKeys.Account(account), NodeKinds.Group, account, null) { Account = account };
}

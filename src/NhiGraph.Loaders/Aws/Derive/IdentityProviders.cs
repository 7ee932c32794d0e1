using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive.Workloads;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Trusts in OIDC and SAML providers that the account does not have any more: where all that it has were read, nobody comes in by them until somebody makes the provider again.</summary>
internal sealed class IdentityProviders(AccountFacts facts, WorkloadIndex workloads)
{
    private readonly HashSet<string> listed = [.. workloads.Of("oidc-providers").Concat(workloads.Of("saml-providers")).Select(provider => provider.Arn)];

    /// <summary>Issuers that AWS knows by itself: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html.</summary>
    internal static bool IsBuiltIn(string issuer) => issuer is "cognito-identity.amazonaws.com" or "accounts.google.com" or "graph.facebook.com" or "www.amazon.com";

    internal Trust Of(Trust trust)
    {
        string? provider = trust.Form switch
        {
            TrustForm.Oidc when !IsBuiltIn(trust.Value) && workloads.IsWhole("oidc-providers") => ArnOf(trust.Value),
            TrustForm.Saml when workloads.IsWhole("saml-providers") => trust.Value,
            _ => null,
        };
        return provider is null || listed.Contains(provider) ? trust
            : trust with { Window = Validity.Never, Support = trust.Support with { Statement = $"{trust.Support.Statement}; the account has no provider {provider}" } };
    }

    internal string ArnOf(string issuer) => $"arn:{facts.Partition}:iam::{facts.Account}:oidc-provider/{issuer}";
}

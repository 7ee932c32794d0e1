using System.Collections.Immutable;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What was not read or not decided, so that answers about AWS rest on it.</summary>
internal static class AwsAssumptions
{
    internal const string OrganizationPolicies = "AWS_ORGANIZATION_POLICIES_NOT_READ";
    internal const string ResourceControl = "AWS_RESOURCE_CONTROL_POLICIES_NOT_EVALUATED";
    internal const string ResourcePolicies = "AWS_RESOURCE_POLICIES_NOT_READ";
    internal const string Techniques = "AWS_TECHNIQUES_PUBLISHED_ONLY";
    internal const string Conditions = "AWS_CONDITIONS_NOT_EVALUATED";
    internal const string Wildcards = "AWS_WILDCARDS_OWN_ACCOUNT";

    /// <summary>For what a principal of the account may do: an organisation's policy may deny it.</summary>
    internal static ImmutableArray<string> OnRights { get; } = [OrganizationPolicies];

    /// <summary>The same where the organisation's service control policies were read and its resource control policies may deny more.</summary>
    internal static ImmutableArray<string> OnRightsWithinOrganization { get; } = [ResourceControl];

    /// <summary>For resources that have policies of their own.</summary>
    internal static ImmutableArray<string> OnResources { get; } = [ResourcePolicies];

    internal static ImmutableArray<AssumptionInfo> All { get; } =
    [
        new(OrganizationPolicies, "Service and resource control policies of the organisation were not read: they may deny what is shown.", false),
        new(ResourceControl, "A resource control policy of the organisation could not be read: it may deny what is shown.", false),
        new(ResourcePolicies, "Policies of some of these resources (buckets, queues, secrets, functions ...) were not read: they may deny what is shown, and may give more.", false),
        new(Conditions, "Conditions other than dates are named where they apply but not evaluated: what rests on them counts as possible, not as proved.", true),
        new(Techniques, "Of the ways to gain more access the published ones are looked for (90 paths); those that use functions, projects or machines that are there already count as declared until these were listed (--inventory).", true),
        new(Wildcards, "Patterns with wildcards are taken to mean resources of the principal's own account, and those of other accounts that they name by account or bucket.", true),
    ];
}

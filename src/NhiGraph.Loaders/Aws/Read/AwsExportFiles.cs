using System.Collections.Immutable;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>The files of one load, each kind as many as there are: pages, accounts, regions. A kind that is left empty is SKIPPED.</summary>
/// <param name="AuthorizationDetails">What <c>aws iam get-account-authorization-details</c> prints.</param>
/// <param name="CredentialReports">The credential report as CSV, or what <c>aws iam get-credential-report</c> prints.</param>
/// <param name="AccessKeys">What <c>aws iam list-access-keys</c> prints, any number of documents in a file.</param>
/// <param name="Resources">What <c>aws resourcegroupstaggingapi get-resources</c> prints.</param>
public sealed record AwsExportFiles(
    ImmutableArray<ExportFile> AuthorizationDetails,
    ImmutableArray<ExportFile> CredentialReports,
    ImmutableArray<ExportFile> AccessKeys,
    ImmutableArray<ExportFile> Resources)
{
    /// <summary>Log files of CloudTrail, gzip or not, or what <c>aws cloudtrail lookup-events</c> prints.</summary>
    public ImmutableArray<ExportFile> CloudTrail { get; init; } = [];

    /// <summary>What <c>aws organizations</c> prints, any number of documents in a file.</summary>
    public ImmutableArray<ExportFile> Organization { get; init; } = [];

    /// <summary>What the commands that <c>Aws/Data/workloads.json</c> names print, any number of documents in a file.</summary>
    public ImmutableArray<ExportFile> Inventory { get; init; } = [];

    /// <summary>What lists users' SSH keys, service-specific credentials, signing certificates and MFA devices, any number of documents in a file.</summary>
    public ImmutableArray<ExportFile> Credentials { get; init; } = [];

    /// <summary>What the AWS CLI prints of single resources' policies, with the resource's ARN beside it; any number of documents in a file.</summary>
    public ImmutableArray<ExportFile> ResourcePolicies { get; init; } = [];
}

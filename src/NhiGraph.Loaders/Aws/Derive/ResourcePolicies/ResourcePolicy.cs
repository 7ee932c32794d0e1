using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>The policy of one resource as it was read; without statements where the resource has none.</summary>
internal sealed record ResourcePolicy(string Arn, FactKey Fact, ImmutableArray<CompiledStatement> Statements)
{
    private static readonly string[] Unsigned = ["s3", "sqs", "sns"];

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status: who has such a value is not everybody.</summary>
    private static readonly string[] Fixing =
        ["aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceAccount", "aws:SourceOwner", "aws:SourceOrgID", "aws:SourceIp", "aws:userid", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn", "s3:x-amz-server-side-encryption-aws-kms-key-id", "s3:DataAccessPointArn", "s3:DataAccessPointAccount"];

    internal string Service { get; } = Arn.Split(':')[2];

    /// <summary>Nothing works on the resource unless its policy leaves it to the account, or lets the caller in.</summary>
    internal bool Decides => ResourceConsent.Decides(Service);

    /// <summary>The service answers requests that nobody signed.</summary>
    internal bool TakesUnsigned => Unsigned.Contains(Service, StringComparer.Ordinal);

    /// <summary>What S3 calls public: it lets in everybody, whoever they are and wherever they come from.</summary>
    internal bool IsPublic => Statements.Any(statement => statement.Statement.IsAllow && NamesEverybody(statement.Statement)
        && !statement.Statement.Conditions.Any(condition => !condition.Comparison.Contains("Not", StringComparison.Ordinal) && Array.Exists(Fixing, condition.IsKey)));

    internal static bool NamesEverybody(PolicyStatement statement) => statement.IsNotPrincipal || statement.Principals.Any(principal => principal is { Kind: "AWS", Value: "*" });
}

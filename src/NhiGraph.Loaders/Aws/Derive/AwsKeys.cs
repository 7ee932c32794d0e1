using System.Security.Cryptography;
using System.Text;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Keys of nodes and join terms. Case is kept as AWS treats it.</summary>
internal static class AwsKeys
{
    /// <summary>Where buckets hang whose account nobody told.</summary>
    internal const string Unplaced = "aws:unplaced";

    /// <summary>The account of an ARN, empty where it names none.</summary>
    internal static string AccountOf(string arn) => arn.Split(':', 6) is [_, _, _, _, { } account, _] ? account : "";

    /// <summary>A few signs that stand for a long text in a key.</summary>
    internal static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    internal static string OfArn(string arn) => "aws:" + arn;

    internal static string Account(string account) => "aws:" + account;

    internal static string Service(string account, string service) => $"aws:{account}/{service}";

    internal static string AccessKey(string id) => "aws:access-key:" + id;

    /// <summary>Of a user or role that was deleted.</summary>
    internal static string UniqueId(string id) => "aws:" + id;

    internal static string ServicePrincipal(string service) => "aws:service:" + service;

    /// <summary>An account is trusted: its impersonate rights meet this.</summary>
    internal static string AssumeTerm(string account) => "aws:assume:" + account;

    /// <summary>A resource's policy lets in an account: the account's rights meet this.</summary>
    internal static string ReachTerm(string account) => "aws:reach:" + account;

    /// <summary>Resources' policies let in whoever has an account: rights of every account meet this.</summary>
    internal const string ReachTermOfAll = "aws:reach:*";

    /// <summary>One principal is let in by a role's trust, or by a resource's policy: what it may do meets this.</summary>
    internal static string PrincipalTerm(string arn) => "aws:principal:" + arn;

    /// <summary>What principals of an account may do in others, each right once: whoever lets one of them in asks for all.</summary>
    internal static string GrantsTerm(string account) => "aws:grants:" + account;

    /// <summary>A resource of another account is named: that its policy was read meets this.</summary>
    internal static string PolicyTerm(string arn) => "aws:policy:" + arn;

    /// <summary>A bucket is named: its owner's listing meets this.</summary>
    internal static string BucketTerm(string bucket) => "aws:bucket:" + bucket;

    /// <summary>A role of another account is named by a right to assume it.</summary>
    internal static string RightTerm(string arn) => "aws:right:" + arn;
}

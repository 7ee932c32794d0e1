using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Aws;

/// <summary>
/// The datasets of an AWS account, and the JSON of their facts (<c>Aws/README.md</c> has an example of each). Common to all: source <see cref="Source"/>, scope <c>aws:{account}</c>,
/// the provider's own member names, dates as <c>2026-01-31T08:00:00Z</c>; a member that the provider left out is left out, but the lists named here are always there and sorted (all but policy documents, kept as written).
/// </summary>
public static class AwsDatasets
{
    /// <summary>The source's id and its kind.</summary>
    public const string Source = "aws";

    /// <summary>
    /// Key: the user's ARN. <c>Arn, UserName, UserId, Path, CreateDate, GroupList[name], AttachedManagedPolicies[{PolicyArn, PolicyName}], UserPolicyList[policy], PermissionsBoundary{PermissionsBoundaryArn, PermissionsBoundaryType}, Tags[{Key, Value}]</c>.
    /// An inline policy is <c>{PolicyName, PolicyDocument}</c>, or <c>{PolicyName, "Unreadable": true}</c> where its document did not parse: what it allows or denies is unknown.
    /// </summary>
    public const string Users = "iam-users";

    /// <summary>Key: the group's ARN. <c>Arn, GroupName, GroupId, Path, CreateDate, AttachedManagedPolicies, GroupPolicyList[policy]</c>, each as in <see cref="Users"/>.</summary>
    public const string Groups = "iam-groups";

    /// <summary>
    /// Key: the role's ARN. <c>Arn, RoleName, RoleId, Path, CreateDate, Description, MaxSessionDuration, AssumeRolePolicyDocument, AttachedManagedPolicies, RolePolicyList[policy], InstanceProfileList[{Arn, InstanceProfileName}],
    /// PermissionsBoundary, RoleLastUsed{LastUsedDate, Region}, Tags</c>, each as in <see cref="Users"/>. <c>AssumeRolePolicyDocument</c> is <c>{"Unreadable": true}</c> where it did not parse or was not given: who may assume the role is unknown.
    /// </summary>
    public const string Roles = "iam-roles";

    /// <summary>
    /// Key: the policy's ARN; a policy of AWS (<c>arn:aws:iam::aws:policy/...</c>) stands in each account that names it. <c>Arn, PolicyName, PolicyId, Path, DefaultVersionId, CreateDate, UpdateDate, Tags, PolicyVersionList[{VersionId, IsDefaultVersion, CreateDate, Document}]</c>.
    /// Exactly one version has <c>IsDefaultVersion</c> true: the one in force. A version has <c>"Unreadable": true</c> in place of <c>Document</c> where that did not parse, was not given, or contradicts itself.
    /// </summary>
    public const string Policies = "iam-policies";

    /// <summary>
    /// One row of the credential report; key: its ARN, the root user's (<c>user</c> is <c>&lt;root_account&gt;</c>) too. The report's own column names, flat: <c>arn, user, user_creation_time, password_enabled, password_last_used, password_last_changed,
    /// password_next_rotation, mfa_active, access_key_1_active, access_key_1_last_rotated, access_key_1_last_used_date, access_key_1_last_used_region, access_key_1_last_used_service</c>, the same for <c>access_key_2</c>,
    /// <c>cert_1_active, cert_1_last_rotated</c>, the same for <c>cert_2</c>. <c>..._enabled</c> and <c>..._active</c> are JSON booleans, dates ISO 8601. What the report calls <c>N/A</c>, <c>no_information</c> or <c>not_supported</c> is left out:
    /// a missing last use means no use since AWS began to keep it (passwords 2014-10-20, keys 2015-04-22). A slot holds a key if <c>..._last_rotated</c> is there or <c>..._active</c> is true.
    /// </summary>
    public const string CredentialReport = "credential-report";

    /// <summary>Key: the access key's id. <c>AccessKeyId, UserName, UserArn, Status ("Active", "Inactive" or "Expired"), CreateDate</c>; <c>UserArn</c> was joined from the users of the same load.</summary>
    public const string AccessKeys = "access-keys";

    /// <summary>Key: the resource's ARN. <c>ResourceARN, Tags[{Key, Value}]</c>. Never complete: AWS lists only what has, or once had, a tag, of one region.</summary>
    public const string TaggedResources = "tagged-resources";

    /// <summary>
    /// Key: the event's id. <c>eventID, eventName, eventTime, userIdentity{type, arn, userName, principalId, invokedBy, identityProvider, issuerArn, sourceIdentity, onBehalfOf}, name, of, uniqueId, sourceIdentity</c>: of the request and answer
    /// only what names the thing, or what was given to whom (<c>Aws/Trail/trail-events.tsv</c> says where that stands). Never complete: a log has a window.
    /// </summary>
    public const string CloudTrail = "cloudtrail";

    /// <summary>
    /// Key: the account. What binds it, joined from all that <c>aws organizations</c> printed: <c>Id, OrganizationId, ManagementAccount, ServiceControl[{Target, Policies[{Id, Name, Document}]}], ResourceControl[...]</c>, levels from the root down;
    /// empty where the type is not in force. Not there where something of it was not given.
    /// </summary>
    public const string Organization = "organization-policies";

    /// <summary>
    /// Of each dataset of workloads, secrets and other resources (<c>Aws/Data/workloads.json</c>), key: its ARN. <c>Arn, Name, Roles[{Member, Role}], State, CreateDate, ExpirationDate, LastRotatedDate, EnvironmentNames[name], Keys[KMS key], Tags, Via, Members{name: text}</c>. <c>Role</c> is a role's ARN or name,
    /// or an instance profile's ARN; <c>Member</c> says which of its roles it is. Of the environment only names are kept.
    /// </summary>
    internal static ImmutableArray<string> Workloads { get; } = [.. WorkloadKind.All.Select(kind => kind.Dataset)];

    /// <summary>Of each dataset of users' credentials (<c>Aws/Data/user-credentials.json</c>), key: its id. <c>Id, UserArn, Status ("Active", "Inactive" or "Expired"), CreateDate, ExpirationDate, ServiceName</c>; <c>UserArn</c> was joined from the users of the same load. An MFA device has its serial number for an id, and no status.</summary>
    internal static ImmutableArray<string> UserCredentials { get; } = [.. UserCredentialKind.All.Select(kind => kind.Dataset)];

    /// <summary>
    /// What single resources say of themselves. Key: the resource's ARN, of its policy: <c>ResourceARN, Policy{...} | NoPolicy: true</c>; ARN or account and <c>#public-access-block</c>: <c>ResourceARN, PublicAccessBlock{BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets}</c>;
    /// a bucket's ARN and <c>#encryption</c>: <c>ResourceARN, Encryption{Algorithm, KeyArn}</c>, where it encrypts with a key of the customer's. Complete where the inventory has all resources of the kinds that have a say (<c>says</c> in <c>Aws/Data/workloads.json</c>), and each said it.
    /// </summary>
    public const string ResourcePolicies = "resource-policies";

    /// <summary>The member that stands where a policy document could not be read; its value is <c>true</c>.</summary>
    public const string Unreadable = "Unreadable";

    /// <summary>Those that a reading names for each of its accounts.</summary>
    internal static ImmutableArray<string> Read { get; } = [Users, Groups, Roles, Policies, CredentialReport, AccessKeys, TaggedResources, CloudTrail, Organization, ResourcePolicies, .. UserCredentials, .. Workloads];

    /// <summary>The scope of an account.</summary>
    public static string ScopeOf(string account) => Source + ":" + account;
}

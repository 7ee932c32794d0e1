using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Api.Tests.Estates;

/// <summary>
/// Two accounts. A script uses key-1 of deploy, who is in devs and can assume admin; devs reads the data bucket, all but its secret part; deploy may read a secret that
/// gives key-2 of backup in the other account, who writes to the archive there; admin administers account 111. key-3 of deploy is disabled, idle was never used.
/// </summary>
internal static class SmallCompany
{
    internal static Estate Create() => new Estate()
        .Node("script", NodeKinds.Consumer, "nightly script", properties: [("consumerType", "SCRIPT"), ("purpose", "reports")])
        .Node("lambda", NodeKinds.Consumer, "lambda.amazonaws.com", properties: [("consumerType", "CLOUD_SERVICE"), ("potential", "true")])
        .Node("key-1", NodeKinds.Credential, "AKIA1", dataset: "credential-report", properties: [("credentialType", "ACCESS_KEY"), ("posture", "STATIC"), ("createdAt", "2024-01-01T00:00:00Z"), ("lastUsedAt", "2026-02-01T08:00:00Z"), ("enabled", "true")])
        .Node("key-3", NodeKinds.Credential, "AKIA3", dataset: "credential-report", properties: [("credentialType", "ACCESS_KEY"), ("posture", "STATIC"), ("createdAt", "2023-01-01T00:00:00Z"), ("enabled", "false")])
        .Node("key-2", NodeKinds.Credential, "AKIA2", "aws:222", properties: [("credentialType", "ACCESS_KEY"), ("posture", "STATIC")])
        .Node("ambient-admin", NodeKinds.Credential, "lambda trust of admin", properties: [("credentialType", "AMBIENT"), ("posture", "SHORT_LIVED")])
        .Node("deploy", NodeKinds.Identity, "deploy", properties: [("identityType", "CLOUD_USER"), ("nature", "NON_HUMAN"), ("enabled", "true"), ("createdAt", "2022-05-01T00:00:00Z"), ("purpose", "ci"), ("environment", "production")])
        .Node("idle", NodeKinds.Identity, "Idle", dataset: "credential-report", properties: [("identityType", "CLOUD_USER"), ("createdAt", "2021-05-01T00:00:00Z")])
        .Node("admin", NodeKinds.Identity | NodeKinds.Resource, "admin", properties: [("identityType", "CLOUD_ROLE"), ("nature", "NON_HUMAN"), ("resourceType", "ROLE")])
        .Node("backup", NodeKinds.Identity, "backup", "aws:222", properties: [("identityType", "CLOUD_USER"), ("nature", "NON_HUMAN")])
        .Node("devs", NodeKinds.Group, "devs")
        .Node("read-data", NodeKinds.Entitlement, "READ_DATA on data", properties: [("capability", "READ_DATA"), ("target", "data")])
        .Node("read-secret", NodeKinds.Entitlement, "READ_SECRET on secret", properties: [("capability", "READ_SECRET")])
        .Node("administer", NodeKinds.Entitlement, "ADMINISTER on 111", properties: [("capability", "ADMINISTER")])
        .Node("write-archive", NodeKinds.Entitlement, "WRITE_DATA on archive", "aws:222", properties: [("capability", "WRITE_DATA")])
        .Node("account-111", NodeKinds.Resource, "111", properties: [("resourceType", "ACCOUNT")])
        .Node("s3-111", NodeKinds.Resource, "s3", properties: [("resourceType", "SERVICE")])
        .Node("data", NodeKinds.Resource, "data", dataset: "tagged-resources", properties: [("resourceType", "BUCKET"), ("sensitivity", "RESTRICTED"), ("providerType", "s3:bucket")])
        .Node("logs", NodeKinds.Resource, "logs", properties: [("resourceType", "BUCKET"), ("known", "false")])
        .Node("secret", NodeKinds.Resource, "db-password", properties: [("resourceType", "SECRET"), ("sensitivity", "CONFIDENTIAL")])
        .Node("archive", NodeKinds.Resource, "archive", "aws:222", properties: [("resourceType", "BUCKET")])
        .Edge(EdgeKind.Contains, "account-111", "s3-111")
        .Edge(EdgeKind.Contains, "s3-111", "data")
        .Edge(EdgeKind.Contains, "s3-111", "logs")
        .Edge(EdgeKind.Contains, "account-111", "secret")
        .Edge(EdgeKind.Contains, "account-111", "admin")
        .Edge(EdgeKind.Uses, "script", "key-1", Certainty.Inferred)
        .Edge(EdgeKind.Uses, "lambda", "ambient-admin")
        .Edge(EdgeKind.Authenticates, "key-1", "deploy")
        .Edge(EdgeKind.Authenticates, "key-3", "deploy", with: edge => edge with { Validity = Validity.Never })
        .Edge(EdgeKind.Authenticates, "key-2", "backup")
        .Edge(EdgeKind.Authenticates, "ambient-admin", "admin")
        .Edge(EdgeKind.CanAssume, "deploy", "admin", Certainty.Conditional, edge => edge with { Conditions = [new("aws:SourceIp", "IpAddress", ["10.0.0.0/8"], "The caller comes from 10.0.0.0/8.")], Assumptions = ["AWS_SCP_NOT_READ"] })
        .Edge(EdgeKind.MemberOf, "deploy", "devs")
        .Edge(EdgeKind.Holds, "devs", "read-data")
        .Edge(EdgeKind.Holds, "deploy", "read-secret")
        .Edge(EdgeKind.Holds, "admin", "administer")
        .Edge(EdgeKind.Holds, "backup", "write-archive")
        .Edge(EdgeKind.Yields, "read-secret", "key-2", with: edge => edge with { Technique = "lambda-001" }, needs: [new EdgeKey(EdgeKind.Holds, "deploy", "read-secret", "")])
        .On("read-data", "data", OnTarget.Part(OnEffect.Allow, "public/*"))
        .On("read-secret", "secret", OnTarget.AllowSelf)
        .On("administer", "account-111", OnTarget.AllowSubtree)
        .On("administer", "logs", OnTarget.ExceptSelf)
        .On("write-archive", "archive", OnTarget.AllowSelf)
        .Read("iam-users", DatasetState.Complete)
        .Read("credential-report", DatasetState.Complete)
        .Read("tagged-resources", DatasetState.Partial)
        .Read("iam-users", DatasetState.Complete, "aws:222");
}

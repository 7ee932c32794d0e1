namespace NhiGraph.Cli.Tests;

/// <summary>An account of one user, who may read one bucket, as the AWS CLI prints it.</summary>
internal static class SmallExport
{
    internal const string User = "aws:arn:aws:iam::111122223333:user/backup";

    internal const string Details = """
        {
          "UserDetailList": [
            {
              "Path": "/", "UserName": "backup", "UserId": "AIDAEXAMPLEBACKUP", "Arn": "arn:aws:iam::111122223333:user/backup", "CreateDate": "2024-02-01T09:00:00+00:00",
              "GroupList": [], "AttachedManagedPolicies": [], "Tags": [],
              "UserPolicyList": [
                { "PolicyName": "read", "PolicyDocument": { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-lake/*" } ] } }
              ]
            }
          ],
          "GroupDetailList": [], "RoleDetailList": [], "Policies": [], "IsTruncated": false
        }
        """;

    /// <summary>The same account, whose user has a policy that is none.</summary>
    internal static string WithBrokenPolicy => Details.Replace("\"Effect\": \"Allow\"", "\"Effect\": \"Perhaps\"", StringComparison.Ordinal);
}

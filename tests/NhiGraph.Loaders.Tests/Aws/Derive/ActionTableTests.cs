using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class ActionTableTests
{
    private static readonly ActionTable Table = ActionTable.Instance;

    [Theory]
    [InlineData("secretsmanager:GetSecretValue", "READ_SECRET")]
    [InlineData("secretsmanager:DescribeSecret", "READ_CONFIG")]
    [InlineData("s3:GetObject", "READ_DATA")]
    [InlineData("s3:GetBucketPolicy", "READ_CONFIG")]
    [InlineData("s3:ListBucket", "LIST")]
    [InlineData("s3:PutObject", "WRITE_DATA")]
    [InlineData("s3:PutBucketPolicy", "GRANT_ACCESS")]
    [InlineData("dynamodb:Query", "READ_DATA")]
    [InlineData("dynamodb:DeleteItem", "DELETE_DATA")]
    [InlineData("iam:CreateAccessKey", "CREATE_CREDENTIAL")]
    [InlineData("iam:AttachUserPolicy", "GRANT_ACCESS")]
    [InlineData("iam:DetachUserPolicy", "DELETE_ACCESS")]
    [InlineData("iam:CreateUser", "MANAGE_IDENTITIES")]
    [InlineData("iam:GetUser", "READ_CONFIG")]
    [InlineData("lambda:UpdateFunctionCode", "DEPLOY_CODE")]
    [InlineData("lambda:InvokeFunction", "EXECUTE_CODE")]
    [InlineData("cloudtrail:StopLogging", "MODIFY_LOGGING DISABLE_SECURITY")]
    [InlineData("guardduty:DeleteDetector", "DISABLE_SECURITY")]
    [InlineData("rds:DeleteDBSnapshot", "DELETE_BACKUP")]
    [InlineData("ec2:AuthorizeSecurityGroupIngress", "MANAGE_NETWORK")]
    [InlineData("kms:ScheduleKeyDeletion", "MANAGE_KEYS")]
    [InlineData("sts:AssumeRole", "IMPERSONATE")]
    [InlineData("sts:AssumeRoleWithWebIdentity", "")]
    public void An_action_gives(string action, string capabilities) =>
        Assert.Equal(capabilities.Split(' ', StringSplitOptions.RemoveEmptyEntries), Table.Actions[Table.Find(action)].Gives.Members().Select(capability => capability.Text()).OrderBy(name => Array.IndexOf(capabilities.Split(' '), name)));

    /// <summary>A hub that impersonates over roles gives the roles that trust the account: no other action may give that capability on them.</summary>
    [Fact]
    public void Only_AssumeRole_impersonates_roles() =>
        Assert.Equal(["sts:AssumeRole"], Table.Giving(Capability.Impersonate).Members().Select(i => Table.Actions[i]).Where(action => action.Types.Contains(Table.Role)).Select(action => action.Name));

    [Theory]
    [InlineData("arn:aws:s3:::b", "s3:bucket")]
    [InlineData("arn:aws:s3:::b/k", "s3:object")]
    [InlineData("arn:aws:lambda:eu-west-1:111111111111:function:f", "lambda:function")]
    [InlineData("arn:aws:iam::111111111111:role/path/r", "iam:role")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111111111111:table/t", "dynamodb:table")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111111111111:table/t/index/i", "dynamodb:index")]
    public void A_named_resource_is_of_the_type_that_says_most_of_it(string arn, string kind) => Assert.Equal(kind, Table.Kinds[Table.KindOf(ArnPattern.Parse(arn))].Name);

    [Fact]
    public void Every_hand_kept_line_matches_some_action() =>
        Assert.Empty(AwsData.Lines("capability-overrides.tsv").Where(line => !Table.Actions.Any(action => Glob.Matches(line[0].ToLowerInvariant(), action.Name.ToLowerInvariant()))).Select(line => line[0]));

    [Fact]
    public void Nothing_of_iam_counts_as_data_or_code() =>
        Assert.DoesNotContain(Table.Kinds, kind => kind.Name.StartsWith("iam:", StringComparison.Ordinal) && Vocabulary.TraitsOf(kind.Type) is ResourceTraits.HoldsData or ResourceTraits.RunsCode && kind.Name.StartsWith("iam:", StringComparison.Ordinal));
}

using System.Globalization;
using System.Text.Json;

namespace NhiGraph.Loaders.Tests.Aws;

/// <summary>
/// An account of any size, as <c>aws iam get-account-authorization-details</c> prints it: each role has three policies (one of AWS or shared, one of its application, one inline), trusts what roles trust in the wild, and one in ten
/// applications has a user in a group. The same arguments give the same bytes. Stands alone, so that other test projects can compile it in.
/// </summary>
public static class GeneratedAccount
{
    private const string Version = "2012-10-17";
    private const int RolesOfApplication = 10;

    private static readonly string[] Services = ["lambda.amazonaws.com", "ec2.amazonaws.com", "ecs-tasks.amazonaws.com", "codebuild.amazonaws.com", "glue.amazonaws.com", "states.amazonaws.com"];

    private static readonly (string Name, string[] Actions)[] OfAws =
    [
        ("AdministratorAccess", ["*"]),
        ("ReadOnlyAccess", ["s3:Get*", "s3:List*", "ec2:Describe*", "iam:Get*", "iam:List*", "dynamodb:GetItem", "dynamodb:Query", "logs:Get*"]),
        ("AmazonS3ReadOnlyAccess", ["s3:Get*", "s3:List*", "s3:Describe*"]),
        ("AmazonSQSFullAccess", ["sqs:*"]),
        ("AmazonDynamoDBReadOnlyAccess", ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"]),
        ("AWSLambdaBasicExecutionRole", ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]),
        ("CloudWatchReadOnlyAccess", ["cloudwatch:Get*", "cloudwatch:List*", "logs:Get*"]),
        ("SecretsManagerReadWrite", ["secretsmanager:*", "kms:DescribeKey", "kms:ListAliases"]),
    ];

    private static readonly string[][] InlineActions =
    [
        ["s3:GetObject", "s3:ListBucket"], ["s3:PutObject", "s3:GetObject", "s3:DeleteObject"], ["sqs:SendMessage"], ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Query"],
        ["secretsmanager:GetSecretValue"], ["kms:Decrypt", "kms:GenerateDataKey"], ["lambda:InvokeFunction"], ["sns:Publish"], ["ssm:GetParameter*"], ["logs:*"],
    ];

    /// <summary>The whole export as UTF-8 JSON. Some 2.5 KB a role.</summary>
    /// <param name="roles">How many roles; policies, users and groups grow with it.</param>
    public static byte[] AuthorizationDetails(int roles, int seed, string account = "123456789012")
    {
        var random = new Random(seed);
        int applications = Math.Max(1, roles / RolesOfApplication);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            List(json, "UserDetailList", applications / 10, i => User(json, account, i));
            List(json, "GroupDetailList", applications / 10, i => Group(json, account, i));
            List(json, "RoleDetailList", roles, i => Role(json, account, i, applications, random));
            List(json, "Policies", OfAws.Length + applications, i => Policy(json, account, i));
            json.WriteBoolean("IsTruncated", false);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void User(Utf8JsonWriter json, string account, int i)
    {
        Named(json, "User", Text($"svc-app-{i}"), account, "user", i);
        json.WriteStartArray("GroupList");
        json.WriteStringValue(Text($"app-{i}-operators"));
        json.WriteEndArray();
        Attached(json, []);
    }

    private static void Group(Utf8JsonWriter json, string account, int i)
    {
        Named(json, "Group", Text($"app-{i}-operators"), account, "group", i);
        Attached(json, [PolicyArn(account, OfAws.Length + i)]);
        json.WriteStartArray("GroupPolicyList");
        json.WriteEndArray();
    }

    private static void Role(Utf8JsonWriter json, string account, int i, int applications, Random random)
    {
        int application = i / RolesOfApplication % applications;
        string name = Text($"app-{application}-role-{i}");
        Named(json, "Role", name, account, "role", i);
        json.WriteStartObject("AssumeRolePolicyDocument");
        json.WriteString("Version", Version);
        json.WriteStartArray("Statement");
        Trust(json, account, i, application, applications, random);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("InstanceProfileList");
        json.WriteEndArray();
        // One role in two hundred is an administrator; the others read or write something of their own.
        int ofAws = random.Next(200) == 0 ? 0 : 1 + random.Next(OfAws.Length - 1);
        Attached(json, [PolicyArn(account, ofAws), PolicyArn(account, OfAws.Length + application)]);
        json.WriteStartArray("RolePolicyList");
        json.WriteStartObject();
        json.WriteString("PolicyName", name + "-inline");
        json.WriteStartObject("PolicyDocument");
        Document(json, InlineActions[random.Next(InlineActions.Length)], [Text($"arn:aws:s3:::app-{application}-{random.Next(4)}/*"), Text($"arn:aws:sqs:eu-west-1:{account}:app-{application}-*")]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("Tags");
        Tag(json, "application", Text($"app-{application}"));
        Tag(json, "environment", application % 3 == 0 ? "production" : "development");
        json.WriteEndArray();
        json.WriteStartObject("RoleLastUsed");
        json.WriteEndObject();
    }

    private static void Trust(Utf8JsonWriter json, string account, int i, int application, int applications, Random random)
    {
        json.WriteStartObject();
        json.WriteString("Effect", "Allow");
        int form = random.Next(100);
        json.WriteString("Action", form is >= 60 and < 75 ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole");
        json.WriteStartObject("Principal");
        switch (form)
        {
            case < 60:
                json.WriteString("Service", Services[random.Next(Services.Length)]);
                break;
            case < 75:
                json.WriteString("Federated", Text($"arn:aws:iam::{account}:oidc-provider/token.actions.githubusercontent.com"));
                break;
            case < 85:
                json.WriteString("AWS", Text($"arn:aws:iam::{account}:root"));
                break;
            case < 95 when i > 0:
                int other = Math.Max(0, i - 1 - random.Next(RolesOfApplication));
                json.WriteString("AWS", Text($"arn:aws:iam::{account}:role/app-{other / RolesOfApplication % applications}-role-{other}"));
                break;
            default:
                json.WriteString("AWS", "arn:aws:iam::999999999999:root");
                break;
        }

        json.WriteEndObject();
        if (form is >= 60 and < 75)
        {
            json.WriteStartObject("Condition");
            json.WriteStartObject("StringLike");
            json.WriteString("token.actions.githubusercontent.com:sub", Text($"repo:example-org/app-{application}:ref:refs/heads/main"));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Policy(Utf8JsonWriter json, string account, int i)
    {
        string arn = PolicyArn(account, i);
        json.WriteString("PolicyName", arn[(arn.LastIndexOf('/') + 1)..]);
        json.WriteString("PolicyId", Text($"ANPAEXAMPLE{i:D9}"));
        json.WriteString("Arn", arn);
        json.WriteString("Path", "/");
        json.WriteString("DefaultVersionId", "v1");
        json.WriteString("CreateDate", "2023-03-09T10:41:34+00:00");
        json.WriteString("UpdateDate", "2023-03-09T10:41:34+00:00");
        json.WriteStartArray("PolicyVersionList");
        json.WriteStartObject();
        json.WriteString("VersionId", "v1");
        json.WriteBoolean("IsDefaultVersion", true);
        json.WriteString("CreateDate", "2023-03-09T10:41:34+00:00");
        json.WriteStartObject("Document");
        int application = i - OfAws.Length;
        Document(
            json,
            application < 0 ? OfAws[i].Actions : ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "sts:AssumeRole"],
            application < 0 ? ["*"] : [Text($"arn:aws:dynamodb:eu-west-1:{account}:table/app-{application}"), Text($"arn:aws:iam::{account}:role/app-{application}-role-*")]);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Named(Utf8JsonWriter json, string kind, string name, string account, string type, int i)
    {
        json.WriteString("Path", "/");
        json.WriteString(kind + "Name", name);
        json.WriteString(kind + "Id", Text($"A{kind[0]}OAEXAMPLE{i:D9}"));
        json.WriteString("Arn", Text($"arn:aws:iam::{account}:{type}/{name}"));
        json.WriteString("CreateDate", "2023-03-09T10:41:34+00:00");
    }

    private static void Attached(Utf8JsonWriter json, string[] arns)
    {
        json.WriteStartArray("AttachedManagedPolicies");
        foreach (string arn in arns)
        {
            json.WriteStartObject();
            json.WriteString("PolicyName", arn[(arn.LastIndexOf('/') + 1)..]);
            json.WriteString("PolicyArn", arn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Document(Utf8JsonWriter json, string[] actions, string[] resources)
    {
        json.WriteString("Version", Version);
        json.WriteStartArray("Statement");
        json.WriteStartObject();
        json.WriteString("Effect", "Allow");
        Texts(json, "Action", actions);
        Texts(json, "Resource", resources);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, string[] texts)
    {
        json.WriteStartArray(name);
        Array.ForEach(texts, json.WriteStringValue);
        json.WriteEndArray();
    }

    private static void Tag(Utf8JsonWriter json, string key, string value)
    {
        json.WriteStartObject();
        json.WriteString("Key", key);
        json.WriteString("Value", value);
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, int count, Action<int> item)
    {
        json.WriteStartArray(name);
        for (int i = 0; i < count; i++)
        {
            json.WriteStartObject();
            item(i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string PolicyArn(string account, int i) =>
        i < OfAws.Length ? "arn:aws:iam::aws:policy/" + OfAws[i].Name : Text($"arn:aws:iam::{account}:policy/app-{i - OfAws.Length}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

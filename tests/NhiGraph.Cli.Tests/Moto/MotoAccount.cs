using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace NhiGraph.Cli.Tests.Moto;

/// <summary>Fills moto's account: 100 users in 5 groups, half of them with a key, 200 roles, inline and managed policies, boundaries, tags, resources with policies, an organisation with a unit and a service control policy.</summary>
internal sealed class MotoAccount(MotoServer server)
{
    private const string Account = "123456789012";
    private const string Read = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::data-N","arn:aws:s3:::data-N/*"]}]}""";

    internal async Task FillAsync(CancellationToken cancellation)
    {
        for (int i = 0; i < 5; i++)
        {
            await IamAsync("CreateGroup", cancellation, ("GroupName", $"group-{i}"));
            await IamAsync("PutGroupPolicy", cancellation, ("GroupName", $"group-{i}"), ("PolicyName", "read"), ("PolicyDocument", Of(Read, i)));
            await IamAsync("CreatePolicy", cancellation, ("PolicyName", $"shared-{i}"), ("PolicyDocument", i == 0 ? """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]}""" : Of(Read, i)));
        }

        for (int i = 0; i < 100; i++)
        {
            await IamAsync("CreateUser", cancellation, ("UserName", $"user-{i}"), ("Path", i % 2 == 0 ? "/" : "/service/"), ("Tags.member.1.Key", "owner"), ("Tags.member.1.Value", $"team {i % 7} & co"));
            await IamAsync("AddUserToGroup", cancellation, ("UserName", $"user-{i}"), ("GroupName", $"group-{i % 5}"));
            await IamAsync("PutUserPolicy", cancellation, ("UserName", $"user-{i}"), ("PolicyName", "own"), ("PolicyDocument", Of(Read, i)));
            if (i % 2 == 0)
            {
                await IamAsync("CreateAccessKey", cancellation, ("UserName", $"user-{i}"));
            }
        }

        for (int i = 0; i < 200; i++)
        {
            string trusted = i % 3 == 0 ? $$"""{"AWS":"arn:aws:iam::{{Account}}:user/user-{{i % 50 * 2}}"}""" : """{"Service":"lambda.amazonaws.com"}""";
            (string, string)[] boundary = i % 10 == 0 ? [("PermissionsBoundary", $"arn:aws:iam::{Account}:policy/shared-0")] : [];
            await IamAsync("CreateRole", cancellation, [("RoleName", $"role-{i}"), ("AssumeRolePolicyDocument", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{trusted}},"Action":"sts:AssumeRole"}]}"""), .. boundary]);
            await IamAsync("PutRolePolicy", cancellation, ("RoleName", $"role-{i}"), ("PolicyName", "own"), ("PolicyDocument", Of(Read, i)));
            await IamAsync("AttachRolePolicy", cancellation, ("RoleName", $"role-{i}"), ("PolicyArn", $"arn:aws:iam::{Account}:policy/shared-{i % 5}"));
        }

        await QueryAsync("sqs", RegionEndpoint.EUWest1, "2012-11-05", "CreateQueue", cancellation, ("QueueName", "orders"), ("Tag.1.Key", "owner"), ("Tag.1.Value", "shop"));
        await ResourcesAsync(cancellation);
        await JsonAsync("CreateOrganization", """{"FeatureSet":"ALL"}""", cancellation);
        string root = Between(await JsonAsync("ListRoots", "{}", cancellation), "\"Id\": \"", "\"");
        await JsonAsync("EnablePolicyType", $$"""{"RootId":"{{root}}","PolicyType":"SERVICE_CONTROL_POLICY"}""", cancellation);
        await JsonAsync("CreateOrganizationalUnit", $$"""{"ParentId":"{{root}}","Name":"shop"}""", cancellation);
    }

    /// <summary>One of each that has a policy, and a bucket in each region, of which one has none.</summary>
    private async Task ResourcesAsync(CancellationToken cancellation)
    {
        string Lets(string action, string? on) => $$"""{"Version":"2012-10-17","Statement":[{"Sid":"lets","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{Account}}:role/role-1"},"Action":"{{action}}"{{(on is null ? "" : $",\"Resource\":\"{on}\"")}}}]}""";
        string Quoted(string action, string? on) => JsonSerializer.Serialize(Lets(action, on));
        await PutAsync(RegionEndpoint.USEast1, "plain", "", cancellation);
        await PutAsync(RegionEndpoint.EUWest1, "lake", "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>", cancellation);
        await PutAsync(RegionEndpoint.EUWest1, "lake?policy", Lets("s3:GetObject", "arn:aws:s3:::lake/*"), cancellation);
        await PutAsync(RegionEndpoint.EUWest1, "lake?publicAccessBlock", "<PublicAccessBlockConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>", cancellation);
        await JsonAsync("kms", "TrentService", "CreateKey", $$"""{"Policy":{{Quoted("kms:Decrypt", "*")}}}""", cancellation);
        await QueryAsync("sqs", RegionEndpoint.EUWest1, "2012-11-05", "CreateQueue", cancellation, ("QueueName", "jobs"), ("Attribute.1.Name", "Policy"), ("Attribute.1.Value", Lets("sqs:SendMessage", $"arn:aws:sqs:eu-west-1:{Account}:jobs")));
        await QueryAsync("sns", RegionEndpoint.EUWest1, "2010-03-31", "CreateTopic", cancellation, ("Name", "alerts"));
        string secret = Between(await JsonAsync("secretsmanager", "secretsmanager", "CreateSecret", """{"Name":"db","SecretString":"never read"}""", cancellation), "\"ARN\": \"", "\"");
        await JsonAsync("secretsmanager", "secretsmanager", "PutResourcePolicy", $$"""{"SecretId":"{{secret}}","ResourcePolicy":{{Quoted("secretsmanager:GetSecretValue", "*")}}}""", cancellation);
        await JsonAsync("ecr", "AmazonEC2ContainerRegistry_V20150921", "CreateRepository", """{"repositoryName":"team/app"}""", cancellation);
        await JsonAsync("ecr", "AmazonEC2ContainerRegistry_V20150921", "SetRepositoryPolicy", $$"""{"repositoryName":"team/app","policyText":{{Quoted("ecr:BatchGetImage", null)}}}""", cancellation);
    }

    private static string Of(string policy, int number) => policy.Replace("data-N", $"data-{number}", StringComparison.Ordinal);

    private Task<string> IamAsync(string action, CancellationToken cancellation, params (string Name, string Value)[] with) => QueryAsync("iam", RegionEndpoint.USEast1, "2010-05-08", action, cancellation, with);

    private Task<string> QueryAsync(string service, RegionEndpoint region, string version, string action, CancellationToken cancellation, params (string Name, string Value)[] with) => SendAsync(
        service, region, new FormUrlEncodedContent([new("Action", action), new("Version", version), .. with.Select(member => KeyValuePair.Create(member.Name, member.Value))]), null, cancellation);

    private Task<string> JsonAsync(string operation, string body, CancellationToken cancellation) => JsonAsync("organizations", "AWSOrganizationsV20161128", operation, body, cancellation);

    private Task<string> JsonAsync(string service, string prefix, string operation, string body, CancellationToken cancellation) => SendAsync(
        service, service == "organizations" ? RegionEndpoint.USEast1 : RegionEndpoint.EUWest1, new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-amz-json-1.1")), $"{prefix}.{operation}", cancellation);

    private Task<string> PutAsync(RegionEndpoint region, string path, string body, CancellationToken cancellation) => SendAsync("s3", region, new StringContent(body), null, cancellation, path);

    private async Task<string> SendAsync(string service, RegionEndpoint region, HttpContent content, string? target, CancellationToken cancellation, string? path = null)
    {
        using var client = new HttpMessageInvoker(new SigV4SigningHandler(new BasicAWSCredentials("AKIAMOTOEXAMPLE11111", "moto"), region, service, Transport), disposeHandler: false);
        using var request = new HttpRequestMessage(path is null ? HttpMethod.Post : HttpMethod.Put, new Uri(server.Url, path)) { Content = content };
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using HttpResponseMessage response = await client.SendAsync(request, cancellation);
        string text = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"moto: {service} {target ?? path} {response.StatusCode} {text}");
    }

    private static readonly SocketsHttpHandler Transport = new();

    private static string Between(string text, string from, string to)
    {
        int at = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[at..text.IndexOf(to, at, StringComparison.Ordinal)];
    }
}

using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;

namespace NhiGraph.Cli.Tests.Moto;

/// <summary>Fills moto's account: 100 users in 5 groups, half of them with a key, 200 roles, inline and managed policies, boundaries, tags, a queue, an organisation with a unit and a service control policy.</summary>
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
        await JsonAsync("CreateOrganization", """{"FeatureSet":"ALL"}""", cancellation);
        string root = Between(await JsonAsync("ListRoots", "{}", cancellation), "\"Id\": \"", "\"");
        await JsonAsync("EnablePolicyType", $$"""{"RootId":"{{root}}","PolicyType":"SERVICE_CONTROL_POLICY"}""", cancellation);
        await JsonAsync("CreateOrganizationalUnit", $$"""{"ParentId":"{{root}}","Name":"shop"}""", cancellation);
    }

    private static string Of(string policy, int number) => policy.Replace("data-N", $"data-{number}", StringComparison.Ordinal);

    private Task<string> IamAsync(string action, CancellationToken cancellation, params (string Name, string Value)[] with) => QueryAsync("iam", RegionEndpoint.USEast1, "2010-05-08", action, cancellation, with);

    private Task<string> QueryAsync(string service, RegionEndpoint region, string version, string action, CancellationToken cancellation, params (string Name, string Value)[] with) => SendAsync(
        service, region, new FormUrlEncodedContent([new("Action", action), new("Version", version), .. with.Select(member => KeyValuePair.Create(member.Name, member.Value))]), null, cancellation);

    private Task<string> JsonAsync(string operation, string body, CancellationToken cancellation) => SendAsync(
        "organizations", RegionEndpoint.USEast1, new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-amz-json-1.1")), "AWSOrganizationsV20161128." + operation, cancellation);

    private async Task<string> SendAsync(string service, RegionEndpoint region, HttpContent content, string? target, CancellationToken cancellation)
    {
        using var client = new HttpMessageInvoker(new SigV4SigningHandler(new BasicAWSCredentials("AKIAMOTOEXAMPLE11111", "moto"), region, service, Transport), disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using HttpResponseMessage response = await client.SendAsync(request, cancellation);
        string text = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"moto: {response.StatusCode} {text}");
    }

    private static readonly SocketsHttpHandler Transport = new();

    private static string Between(string text, string from, string to)
    {
        int at = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[at..text.IndexOf(to, at, StringComparison.Ordinal)];
    }
}

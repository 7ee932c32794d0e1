using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NhiGraph.Loaders.Tests.Aws.Live.Stub;

/// <summary>AWS on loopback: checks each signature, notes each call, and answers as its account would, or as the test says.</summary>
internal sealed class AwsStub : IAsyncDisposable
{
    internal const string Key = "AKIASTUBEXAMPLE11111";
    internal const string Secret = "stub-secret-that-nobody-may-print";

    private readonly WebApplication app;

    private AwsStub(WebApplication app) => this.app = app;

    internal ConcurrentQueue<StubCall> Calls { get; } = [];

    /// <summary>What is wrong with the signature of some request.</summary>
    internal ConcurrentQueue<string> BadSignatures { get; } = [];

    /// <summary>Answers in place of the account; null where the account answers.</summary>
    internal Func<StubCall, StubAnswer?> Instead { get; set; } = _ => null;

    /// <summary>How far this service's clock is from that of the machine.</summary>
    internal TimeSpan Skew { get; set; }

    /// <summary>The account that the stub's own key is of.</summary>
    internal string Account { get; init; } = StubAccount.Id;

    internal string Url => app.Urls.Single();

    internal static async Task<AwsStub> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var stub = new AwsStub(builder.Build());
        stub.app.Run(stub.AnswerAsync);
        await stub.app.StartAsync();
        return stub;
    }

    /// <summary>The environment of a program that asks this stub.</summary>
    internal string? Variable(string name) => name switch
    {
        "AWS_ENDPOINT_URL" => Url,
        "AWS_ACCESS_KEY_ID" => Key,
        "AWS_SECRET_ACCESS_KEY" => Secret,
        "AWS_REGION" => "eu-west-1",
        _ => null,
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        DateTimeOffset now = TimeProvider.System.GetUtcNow() + Skew;
        context.Response.Headers.Date = now.ToString("R");
        (string key, string region, string service) = SignatureCheck.Read(context.Request, buffer.ToArray(), key => key == Key ? Secret : "secret-of-" + key, now, out string? fault);
        if (fault is not null)
        {
            BadSignatures.Enqueue(fault);
            await SendAsync(context, StubAnswer.Error(service, 403, fault.Split(':')[0], fault.Split(": ", 2)[1]));
            return;
        }

        StubCall call = Read(context.Request, buffer.ToArray(), key == Key ? Account : key["ASIA".Length..], service, region);
        Calls.Enqueue(call);
        await SendAsync(context, Instead(call) ?? StubAccount.Answer(call));
    }

    private static StubCall Read(HttpRequest request, byte[] body, string account, string service, string region)
    {
        if (request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target)
        {
            using JsonDocument json = JsonDocument.Parse(body);
            return new(account, service, region, target.Split('.')[1], json.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString()));
        }

        if (request.Path != "/" || request.Method == HttpMethods.Get)
        {
            return Rest(request, body, account, service, region);
        }

        Dictionary<string, string> form = System.Text.Encoding.UTF8.GetString(body).Split('&').Select(pair => pair.Split('='))
            .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
        return new(account, service, region, form["Action"], form);
    }

    private static StubCall Rest(HttpRequest request, byte[] body, string account, string service, string region)
    {
        var parameters = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        foreach (JsonProperty member in body.Length > 0 ? JsonDocument.Parse(body).RootElement.EnumerateObject().ToArray() : [])
        {
            parameters[member.Name] = member.Value.ToString();
        }

        string[] path = request.Path.Value!.Trim('/').Split('/');
        if (service == "s3")
        {
            return path[0] == "v20180820" ? new(account, "s3control", region, "GetPublicAccessBlock", new Dictionary<string, string> { ["AccountId"] = request.Headers["x-amz-account-id"].ToString() })
                : path[0].Length == 0 ? new(account, service, region, "ListBuckets", parameters)
                : new(account, service, region, request.Query.Keys.Single() switch { "policy" => "GetBucketPolicy", "encryption" => "GetBucketEncryption", _ => "GetPublicAccessBlock" }, new Dictionary<string, string> { ["Bucket"] = path[0] });
        }

        (parameters["clusterName"], parameters["associationId"]) = (path.ElementAtOrDefault(1) ?? "", path.ElementAtOrDefault(3) ?? "");
        if (service == "lambda" && path.Length > 2)
        {
            parameters["FunctionName"] = path[2];
        }

        string operation = (service, path.Length) switch
        {
            ("lambda", 2) => "ListFunctions",
            ("lambda", _) => "GetPolicy",
            ("batch", _) => path[^1] switch { "describejobqueues" => "DescribeJobQueues", "describecomputeenvironments" => "DescribeComputeEnvironments", _ => "DescribeJobDefinitions" },
            ("rolesanywhere", _) => "ListProfiles",
            ("eks", 1) => "ListClusters",
            ("eks", 3) => "ListPodIdentityAssociations",
            _ => "DescribePodIdentityAssociation",
        };
        return new(account, service, region, operation, parameters);
    }

    private static async Task SendAsync(HttpContext context, StubAnswer answer)
    {
        if (answer.Silent)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = answer.Bytes.Length;
        await context.Response.Body.WriteAsync(answer.Cut ? answer.Bytes.AsMemory(0, answer.Bytes.Length / 2) : answer.Bytes);
        if (answer.Cut)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NhiGraph.Api.Http;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Storage;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.Http;

/// <summary>What the audits do not ask: codes of refusals, bounds, headers, health, listening.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("application/json", "{\"query\":\"{ graphVersion }\"}", HttpStatusCode.OK, null)]
    [InlineData("application/json", "{\"query\":\"{ nothing }\"}", HttpStatusCode.BadRequest, "VALIDATION_FAILED")]
    [InlineData("application/json", "{\"query\":\"{ chains(through: \\\"x\\\") { totalCount } }\"}", HttpStatusCode.OK, "NOT_FOUND")]
    [InlineData("application/json", "{\"query\":", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("application/json", "[{\"query\":\"{ graphVersion }\"}]", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("application/json", "{}", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("text/plain", "{\"query\":\"{ graphVersion }\"}", HttpStatusCode.UnsupportedMediaType, "BAD_REQUEST")]
    [InlineData("application/x-www-form-urlencoded", "query={graphVersion}", HttpStatusCode.UnsupportedMediaType, "BAD_REQUEST")]
    public async Task Post_answers_with_status_and_code(string type, string body, HttpStatusCode status, string? code)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        using HttpResponseMessage response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/graphql-response+json", response.Content.Headers.ContentType!.MediaType);
        JsonElement answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(code, answer.TryGetProperty("errors", out JsonElement errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null);
    }

    [Fact]
    public async Task A_body_over_the_bound_is_refused()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string body = JsonSerializer.Serialize(new { query = "{ graphVersion } #" + new string('x', 300 * 1024) });
        using HttpResponseMessage response = await server.Client.PostAsync(server.GraphQl, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("LIMIT_EXCEEDED", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_a_503_and_not_ready()
    {
        var store = new CountingStore(new MemoryGraphStore()) { OnRead = _ => throw new StoreException(StoreReason.Unreachable, "No file.") };
        await using RunningServer server = await RunningServer.StartAsync(store);
        using HttpResponseMessage answer = await server.Client.GetAsync("/graphql?query={graphVersion}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.GetAsync("/readyz", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/healthz", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_run_of_another_process_shows_up()
    {
        var store = new MemoryGraphStore();
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Estate.Noon);
        await SmallCompany.Create().WriteAsync(store, TestContext.Current.CancellationToken);
        await using RunningServer server = await RunningServer.StartAsync(store, options => options with { Time = time });
        Assert.Contains("\"1\"", await server.Client.GetStringAsync("/graphql?query={graphVersion}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await new Estate().WriteAsync(store, TestContext.Current.CancellationToken);
        string answer = "";
        for (int tries = 0; tries < 1_000 && !answer.Contains("\"2\"", StringComparison.Ordinal); tries++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(10, TestContext.Current.CancellationToken);
            answer = await server.Client.GetStringAsync("/graphql?query={graphVersion}", TestContext.Current.CancellationToken);
        }

        Assert.Contains("\"2\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql?query={graphVersion}")]
    [InlineData("/")]
    [InlineData("/healthz")]
    public async Task Every_answer_keeps_to_its_own_origin(string path)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpResponseMessage response = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Empty(response.Headers.Server);
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={graphVersion}") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://example.org:5080")]
    [InlineData("http://*:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("127.0.0.1:5080")]
    public async Task Only_loopback_is_listened_on(string url)
    {
        await using var store = new MemoryGraphStore();
        var refused = Assert.Throws<ListenRefusedException>(() => ApiHost.Create(store, [], new ApiHostOptions { Urls = [url] }));
        Assert.Contains(url, refused.Message, StringComparison.Ordinal);
    }
}

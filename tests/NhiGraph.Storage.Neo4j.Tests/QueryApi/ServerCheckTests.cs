using Microsoft.AspNetCore.Http;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Tests.QueryApi;

public sealed class ServerCheckTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("5.26.31", true)]
    [InlineData("5.26-aura", true)]
    [InlineData("2026.09.0", true)]
    [InlineData("5.25.1", false)]
    [InlineData("4.4.40", false)]
    [InlineData("?", false)]
    public async Task A_server_older_than_the_long_term_line_is_refused(string version, bool good)
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Says(202, """{"data":{"fields":["version","edition"],"values":[["VERSION","community"]]}}""".Replace("VERSION", version, StringComparison.Ordinal)));
        await using QueryApiClient client = stub.Client();

        if (good)
        {
            Assert.Equal("community", (await ServerCheck.DemandAsync(client, Cancellation)).Edition);
            return;
        }

        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => ServerCheck.DemandAsync(client, Cancellation));
        Assert.Equal(StoreReason.TooOld, failure.Reason);
        Assert.Contains(version, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"neo4j_version":"5.12.0"}""", StoreReason.TooOld, "5.12.0")]
    [InlineData("""{"neo4j_version":"5.26.31"}""", StoreReason.Unreachable, "QUERY_API_ENDPOINTS")]
    [InlineData("""{"name":"another"}""", StoreReason.Unreadable, "no Neo4j")]
    [InlineData("<html>", StoreReason.Unreadable, "no Neo4j")]
    public async Task A_server_without_a_query_api_says_why(string root, StoreReason reason, string says)
    {
        static Func<HttpContext, Task> Gone() => QueryApiStub.Says(404, "");
        await using QueryApiStub stub = await QueryApiStub.StartAsync(Gone(), QueryApiStub.Says(200, root));
        await using QueryApiClient client = stub.Client();

        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => ServerCheck.DemandAsync(client, Cancellation));

        Assert.Equal(reason, failure.Reason);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_no_answer_is_no_server()
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Says(200, "<html>hello</html>", "text/html"));
        await using QueryApiClient client = stub.Client();

        Assert.Equal(StoreReason.Unreadable, (await Assert.ThrowsAsync<StoreException>(() => ServerCheck.DemandAsync(client, Cancellation))).Reason);
    }
}

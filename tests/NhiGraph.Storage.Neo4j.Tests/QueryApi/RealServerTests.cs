using System.Collections.Immutable;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests.QueryApi;

/// <summary>What the stub replays, on the real server.</summary>
public sealed class RealServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_and_numbers_come_back_as_they_were_sent()
    {
        await using QueryApiClient client = await OpenAsync(TestServer.Open);
        string[] texts = ["", "a\"b\\c\0\u001f\r\n", "ß κλειδί 👩‍💻 \ue000 \U00010000", "2026-01-01T00:00:00Z"];
        long[] numbers = [long.MinValue, -1, 0, long.MaxValue];
        var query = new Query(CypherFile.Of("x", "UNWIND range(0, 3) AS i RETURN $texts[i], $numbers[i], $none, [i, [$texts[0]]], i % 2 = 0, i / 2.0"), new QueryParameters().Set("texts", texts).Set("numbers", numbers).Set("none", (string?)null));

        ImmutableArray<(string, long, bool, string, bool, double)> rows = await client.RowsAsync(
            query, row => (row.Text(0), row.Number(1), row.IsNull(2), System.Text.Encoding.UTF8.GetString(row.Json(3)), row.Boolean(4), row.Real(5)), Cancellation);

        Assert.Equal(texts.Select((text, i) => (text, numbers[i], true, $"[{i},[\"\"]]", i % 2 == 0, i / 2.0)), rows);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_read_as_they_come()
    {
        await using QueryApiClient client = await OpenAsync(TestServer.Open);
        long next = 0;
        await foreach (long row in client.StreamAsync(new Query(CypherFile.Of("x", "UNWIND range(0, 99999) AS i RETURN i, 'some text that makes the row longer'"), new()), row => row.Number(0), Cancellation))
        {
            Assert.Equal(next++, row);
        }

        Assert.Equal(100_000, next);
    }

    [Fact]
    public async Task An_error_after_rows_is_told()
    {
        await using QueryApiClient client = await OpenAsync(TestServer.Open);

        QueryApiException failure = await Assert.ThrowsAsync<QueryApiException>(() =>
            client.RowsAsync(new Query(CypherFile.Of("x", "UNWIND [1, 2, 0] AS x RETURN 10 / x"), new()), row => row.Number(0), Cancellation));

        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", failure.Code);
    }

    [Fact]
    public async Task A_reading_query_cannot_write()
    {
        await using QueryApiClient client = await OpenAsync(TestServer.Open);

        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => client.ExecuteAsync(new Query(CypherFile.Of("x", "CREATE (:Nothing)"), new()), Cancellation));

        Assert.Equal(StoreReason.Refused, failure.Reason);
    }

    [Fact]
    public async Task Who_gives_up_ends_the_query_on_the_server()
    {
        QueryApiClient client = await OpenAsync(TestServer.Open);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        string mark = Guid.NewGuid().ToString("N");
        Task running = client.ExecuteAsync(new Query(CypherFile.Of("x", "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y) + size($mark)"), new QueryParameters().Set("mark", mark)), leave.Token);
        await using QueryApiClient other = await OpenAsync(TestServer.Open);
        var looking = new Query(CypherFile.Of("x", "SHOW TRANSACTIONS YIELD parameters WHERE parameters.mark = $looked RETURN 1"), new QueryParameters().Set("looked", mark));
        while ((await other.ExecuteAsync(looking, Cancellation)).Rows == 0)
        {
            Assert.False(running.IsCompleted);
        }

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await client.DisposeAsync();

        Assert.Equal(1, client.Figures.Terminated);
        for (int tries = 0; (await other.ExecuteAsync(looking, Cancellation)).Rows > 0; tries++)
        {
            Assert.True(tries < 200, "The query still runs.");
            await Task.Delay(50, Cancellation);
        }
    }

    [Fact]
    public async Task The_server_is_good_enough()
    {
        await using QueryApiClient client = await OpenAsync(TestServer.Closed);

        Assert.True((await ServerCheck.DemandAsync(client, Cancellation)).Version >= Neo4jOptions.LowestServer);
    }

    [Fact]
    public async Task A_wrong_password_a_missing_one_and_a_wrong_database_are_told_apart()
    {
        Neo4jOptions right = await TestServer.Closed.DemandAsync();
        await using var none = new QueryApiClient(right with { Credential = Neo4jCredential.None }, TimeProvider.System);
        await using var wrong = new QueryApiClient(right with { Credential = Neo4jCredential.Basic("nobody", "wrong-password") }, TimeProvider.System);
        await using var elsewhere = new QueryApiClient(right with { Database = "nowhere" }, TimeProvider.System);

        Assert.Equal(StoreReason.Refused, (await Assert.ThrowsAsync<StoreException>(() => ServerCheck.DemandAsync(none, Cancellation))).Reason);
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => ServerCheck.DemandAsync(wrong, Cancellation));
        Assert.Equal(StoreReason.Refused, refused.Reason);
        Assert.Contains("user 'nobody'", refused.Message, StringComparison.Ordinal);
        StoreException missing = await Assert.ThrowsAsync<StoreException>(() => ServerCheck.DemandAsync(elsewhere, Cancellation));
        Assert.Equal(StoreReason.Unreachable, missing.Reason);
        Assert.Contains("nowhere", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bolts_port_is_no_query_api()
    {
        Neo4jOptions right = await TestServer.Open.DemandAsync();
        await using var bolt = new QueryApiClient(right with { Server = new UriBuilder(right.Server) { Port = right.Server.Port + 213 }.Uri }, TimeProvider.System);

        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => ServerCheck.DemandAsync(bolt, Cancellation));
        Assert.True(failure.Reason is StoreReason.Unreachable or StoreReason.Unreadable, failure.Message);
    }

    private static async Task<QueryApiClient> OpenAsync(TestServer server) => new(await server.DemandAsync(), TimeProvider.System);
}

using System.Collections.Immutable;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Tests.QueryApi;

/// <summary>Each trap of the Query API, replayed by a stub.</summary>
public sealed class QueryApiClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_is_one_request_with_everything_in_it()
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Says(202, QueryApiStub.Rows));
        await using QueryApiClient client = stub.Client(Neo4jCredential.Basic("neo4j", "päss:word"));
        var parameters = new QueryParameters().Set("t", "a\"b\0\n🚀").Set("none", (string?)null).Set("n", long.MinValue).Set("b", true).Set("ts", ["x", null]).Set("ns", [1L, 2L]).Set("no", (long?)null);

        ImmutableArray<long> rows = await client.RowsAsync(new Query(CypherFile.Of("x", "// Question: q\n// Parameters: none\nRETURN 1\n  AS x\n"), parameters), row => row.Number(0), Cancellation);

        Assert.Equal([1, 2], rows);
        System.Text.Json.JsonElement asked = Assert.Single(stub.Asked);
        Assert.Equal("RETURN 1\n  AS x", asked.GetProperty("statement").GetString());
        Assert.Equal("READ", asked.GetProperty("accessMode").GetString());
        Assert.False(asked.TryGetProperty("includeCounters", out _));
        Assert.Equal(("a\"b\0\n🚀", long.MinValue), (asked.GetProperty("parameters").GetProperty("t").GetString(), asked.GetProperty("parameters").GetProperty("n").GetInt64()));
        Assert.Equal("""["x",null]""", asked.GetProperty("parameters").GetProperty("ts").GetRawText());
        Assert.Equal(32, asked.GetProperty("parameters").GetProperty("nhiRequest").GetString()!.Length);
        Assert.Equal("/db/neo4j/query/v2", stub.Path);
        Assert.Equal("Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("neo4j:päss:word")), stub.Authorization);
    }

    [Fact]
    public async Task A_write_says_so_and_tells_its_counters()
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Says(202, """{"data":{"fields":[],"values":[]},"counters":{"nodesCreated":2,"relationshipsDeleted":1}}"""));
        await using QueryApiClient client = stub.Client(Neo4jCredential.Bearer("tok"));

        QuerySummary summary = await client.ExecuteAsync(QueryApiStub.Ask(QueryAccess.Write), Cancellation);

        Assert.Equal((2L, 1L, 0L), (summary.Counters.NodesCreated, summary.Counters.RelationshipsDeleted, summary.Rows));
        Assert.Equal("WRITE", stub.Asked[0].GetProperty("accessMode").GetString());
        Assert.True(stub.Asked[0].GetProperty("includeCounters").GetBoolean());
        Assert.Equal("Bearer dG9r", stub.Authorization);
    }

    [Fact]
    public async Task An_error_after_rows_hands_out_none_of_them()
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(
            QueryApiStub.Says(202, """{"data":{"fields":["x"],"values":[[1],[2]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}"""));
        await using QueryApiClient client = stub.Client();

        QueryApiException failure = await Assert.ThrowsAsync<QueryApiException>(() => client.RowsAsync(QueryApiStub.Ask(), row => row.Number(0), Cancellation));

        Assert.Equal(("Neo.ClientError.Statement.ArithmeticError", "/ by zero", false), (failure.Code, failure.Said, failure.IsTransient));
        Assert.Single(stub.Asked);
    }

    [Fact]
    public async Task A_reading_row_by_row_ends_with_the_error_after_the_rows()
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(
            QueryApiStub.Says(202, """{"data":{"fields":["x"],"values":[[1],[2]]},"errors":[{"code":"Neo.TransientError.Transaction.Outdated","message":"m"}]}"""));
        await using QueryApiClient client = stub.Client();
        var seen = new List<long>();

        StoreException failure = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await foreach (long row in client.StreamAsync(QueryApiStub.Ask(), row => row.Number(0), Cancellation))
            {
                seen.Add(row);
            }
        });

        Assert.Equal([1, 2], seen);
        Assert.Equal("Neo.TransientError.Transaction.Outdated", Assert.IsType<QueryApiException>(failure.InnerException).Code);
    }

    [Fact]
    public async Task Rows_of_a_write_are_not_read_one_by_one()
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Says(202, QueryApiStub.Rows));
        await using QueryApiClient client = stub.Client();

        await Assert.ThrowsAsync<ArgumentException>(async () => await client.StreamAsync(QueryApiStub.Ask(QueryAccess.Write), row => row.Number(0), Cancellation).ToArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected")]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError")]
    [InlineData("Neo.TransientError.Database.DatabaseUnavailable")]
    public async Task A_transient_error_with_status_400_is_sent_again(string code)
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Fails(400, code), QueryApiStub.Fails(400, code), QueryApiStub.Says(202, QueryApiStub.Rows));
        await using QueryApiClient client = stub.Client();

        Assert.Equal<long>([1, 2], await client.RowsAsync(QueryApiStub.Ask(QueryAccess.Write, repeatable: false), row => row.Number(0), Cancellation));
        Assert.Equal(new QueryApiFigures(3, 2, 0), client.Figures);
    }

    [Theory]
    [InlineData("Neo.ClientError.Statement.SyntaxError")]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed")]
    [InlineData("Neo.DatabaseError.Statement.ExecutionFailed")]
    [InlineData("N/A")]
    public async Task Another_error_is_not_sent_again(string code)
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Fails(400, code));
        await using QueryApiClient client = stub.Client();

        Assert.Equal(code, (await Assert.ThrowsAsync<QueryApiException>(() => client.RowsAsync(QueryApiStub.Ask(), row => row.Number(0), Cancellation))).Code);
        Assert.Single(stub.Asked);
    }

    [Theory]
    [InlineData("Neo.TransientError.Transaction.Terminated", StoreReason.Unreachable, "administrator")]
    [InlineData("Neo.TransientError.Transaction.LockClientStopped", StoreReason.Unreachable, "administrator")]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOut", StoreReason.TimedOut, "db.transaction.timeout")]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", StoreReason.TimedOut, "db.transaction.timeout")]
    public async Task A_query_that_was_ended_is_not_sent_again_and_says_why(string code, StoreReason reason, string says)
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Fails(400, code));
        await using QueryApiClient client = stub.Client();

        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => client.RowsAsync(QueryApiStub.Ask(), row => row.Number(0), Cancellation));

        Assert.Equal(reason, failure.Reason);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Assert.Single(stub.Asked);
    }

    [Theory]
    [InlineData("N/A")]
    [InlineData("Neo.DatabaseError.General.UnknownError")]
    public async Task A_server_that_fails_inside_is_asked_again_a_few_times_where_that_does_no_harm(string code)
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Fails(500, code), QueryApiStub.Says(202, QueryApiStub.Rows));
        await using QueryApiClient client = stub.Client();
        Assert.Equal<long>([1, 2], await client.RowsAsync(QueryApiStub.Ask(QueryAccess.Write), row => row.Number(0), Cancellation));

        await using QueryApiStub broken = await QueryApiStub.StartAsync(QueryApiStub.Fails(500, code));
        await using QueryApiClient other = broken.Client();
        Assert.Equal(StoreReason.Unreachable, (await Assert.ThrowsAsync<StoreException>(() => other.RowsAsync(QueryApiStub.Ask(QueryAccess.Write, repeatable: false), row => row.Number(0), Cancellation))).Reason);
        Assert.Single(broken.Asked);
        Assert.Equal(StoreReason.Unreachable, (await Assert.ThrowsAsync<StoreException>(() => other.RowsAsync(QueryApiStub.Ask(), row => row.Number(0), Cancellation))).Reason);
        Assert.Equal(5, broken.Asked.Length);
    }

    [Fact]
    public async Task A_transient_error_after_rows_is_sent_again_and_no_row_comes_twice()
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(
            QueryApiStub.Says(202, """{"data":{"fields":["x"],"values":[[7],[8],[9]]},"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"m"}]}"""), QueryApiStub.Says(202, QueryApiStub.Rows));
        await using QueryApiClient client = stub.Client();

        Assert.Equal<long>([1, 2], await client.RowsAsync(QueryApiStub.Ask(), row => row.Number(0), Cancellation));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_proxy_that_answers_for_the_server_is_asked_again(int status)
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Says(status, "<html>", "text/html"), QueryApiStub.Says(202, QueryApiStub.Rows));
        await using QueryApiClient client = stub.Client();

        long[] rows = await client.StreamAsync(QueryApiStub.Ask(), row => row.Number(0), Cancellation).ToArrayAsync(Cancellation);

        Assert.Equal([1, 2], rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"data":{"fields":["x"],"values":[[5],[6""")]
    public async Task A_broken_answer_is_asked_for_again_where_that_does_no_harm(string beginning)
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Breaks(beginning), QueryApiStub.Says(202, QueryApiStub.Rows));
        await using QueryApiClient client = stub.Client();
        Assert.Equal<long>([1, 2], await client.RowsAsync(QueryApiStub.Ask(QueryAccess.Write), row => row.Number(0), Cancellation));

        await using QueryApiStub other = await QueryApiStub.StartAsync(QueryApiStub.Breaks(beginning), QueryApiStub.Says(202, QueryApiStub.Rows));
        await using QueryApiClient once = other.Client();
        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => once.RowsAsync(QueryApiStub.Ask(QueryAccess.Write, repeatable: false), row => row.Number(0), Cancellation));
        Assert.Equal(StoreReason.Unreachable, failure.Reason);
        Assert.Single(other.Asked);
    }

    [Fact]
    public async Task The_budget_ends_the_repeats()
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Fails(400, "Neo.TransientError.Database.DatabaseUnavailable"));
        await using var client = new QueryApiClient(stub.Options() with { RetryFor = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);

        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => client.ExecuteAsync(QueryApiStub.Ask(), Cancellation));
        Assert.Equal(StoreReason.Unreachable, failure.Reason);
        Assert.True(stub.Asked.Length > 1);

        await Assert.ThrowsAsync<StoreException>(() => client.ExecuteAsync(QueryApiStub.Ask() with { RetryFor = TimeSpan.Zero }, Cancellation));
        Assert.Equal(client.Figures.Requests, stub.Asked.Length);
    }

    [Theory]
    [InlineData(401, "Neo.ClientError.Security.Unauthorized", StoreReason.Refused, "NHIGRAPH_NEO4J_PASSWORD")]
    [InlineData(429, "Neo.ClientError.Security.AuthenticationRateLimit", StoreReason.Refused, "too often")]
    [InlineData(403, "Neo.ClientError.Security.Forbidden", StoreReason.Refused, "may not")]
    [InlineData(404, "Neo.ClientError.Database.DatabaseNotFound", StoreReason.Unreachable, "no database 'neo4j'")]
    [InlineData(400, "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", StoreReason.Refused, "cannot be written")]
    public async Task A_failure_of_the_surroundings_says_what_to_do(int status, string code, StoreReason reason, string says)
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Fails(status, code));
        await using QueryApiClient client = stub.Client(Neo4jCredential.Basic("reader", "s3cret-word"));

        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => client.ExecuteAsync(QueryApiStub.Ask(), Cancellation));

        Assert.Equal(reason, failure.Reason);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-word", failure.ToString() + client.Options, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Neo.DatabaseError.Statement.ExecutionFailed", "java.io.IOException: No space left on device")]
    [InlineData("Neo.DatabaseError.Transaction.TransactionCommitFailed", "Could not apply the transaction: Transaction #17 to the store after written to log.")]
    [InlineData("Neo.DatabaseError.Transaction.TransactionStartFailed", "The database has encountered a critical error, and needs to be restarted. Please see database logs for more details.")]
    public async Task A_full_disk_is_told_as_such(string code, string said)
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(QueryApiStub.Fails(500, code, said));
        await using QueryApiClient client = stub.Client();

        Assert.Equal(StoreReason.NoSpace, (await Assert.ThrowsAsync<StoreException>(() => client.ExecuteAsync(QueryApiStub.Ask(), Cancellation))).Reason);
    }

    [Fact]
    public async Task Where_nothing_listens_it_is_told_after_the_budget()
    {
        // Bound and not listened to: nobody else gets the port meanwhile.
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        int port = ((System.Net.IPEndPoint)taken.LocalEndPoint!).Port;
        await using var client = new QueryApiClient(new Neo4jOptions(new Uri($"http://127.0.0.1:{port}"), "neo4j") { RetryFor = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);

        StoreException failure = await Assert.ThrowsAsync<StoreException>(() => client.ExecuteAsync(QueryApiStub.Ask(), Cancellation));

        Assert.Equal(StoreReason.Unreachable, failure.Reason);
        Assert.Contains($"127.0.0.1:{port}", failure.Message, StringComparison.Ordinal);
        Assert.True(client.Figures.Repeats > 0);
    }

    [Fact]
    public async Task Who_gives_up_ends_the_query_on_the_server()
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using QueryApiStub stub = await QueryApiStub.StartAsync(
            async context =>
            {
                await leave.CancelAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            },
            QueryApiStub.Says(202, """{"data":{"fields":[],"values":[]}}"""), QueryApiStub.Says(202, """{"data":{"fields":["id","m"],"values":[["t-1","Transaction terminated."]]}}"""));
        QueryApiClient client = stub.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ExecuteAsync(QueryApiStub.Ask(), leave.Token));
        await client.DisposeAsync();

        string asked = stub.Asked[0].GetProperty("parameters").GetProperty("nhiRequest").GetString()!;
        Assert.All(stub.Asked[1..], end => Assert.Equal(asked, end.GetProperty("parameters").GetProperty("request").GetString()));
        Assert.Equal(3, stub.Asked.Length);
        Assert.Equal(1, client.Figures.Terminated);
    }

    [Fact]
    public async Task Leaving_a_reading_before_its_end_ends_the_query_on_the_server()
    {
        await using QueryApiStub stub = await QueryApiStub.StartAsync(
            async context =>
            {
                context.Response.StatusCode = 202;
                await context.Response.WriteAsync("""{"data":{"fields":["x"],"values":[[1],[2],""");
                await context.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            },
            QueryApiStub.Says(202, """{"data":{"fields":["id","m"],"values":[["t-1","Transaction terminated."]]}}"""));
        QueryApiClient client = stub.Client();

        await foreach (long row in client.StreamAsync(QueryApiStub.Ask(), row => row.Number(0), Cancellation))
        {
            Assert.Equal(1, row);
            break;
        }

        await client.DisposeAsync();
        Assert.Equal(1, client.Figures.Terminated);
    }

    [Fact]
    public async Task No_more_requests_at_once_than_said()
    {
        int now = 0, most = 0;
        await using QueryApiStub stub = await QueryApiStub.StartAsync(async context =>
        {
            int count = Interlocked.Increment(ref now);
            for (int seen = most; count > seen && Interlocked.CompareExchange(ref most, count, seen) != seen; seen = most)
            {
            }

            await Task.Delay(30);
            Interlocked.Decrement(ref now);
            await QueryApiStub.Says(202, QueryApiStub.Rows)(context);
        });
        await using var client = new QueryApiClient(stub.Options() with { MostConnections = 3 }, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.ExecuteAsync(QueryApiStub.Ask(), Cancellation)));

        Assert.InRange(most, 1, 3);
    }
}

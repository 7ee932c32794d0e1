using System.Text.Json;
using GraphQL;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Execution;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Storage;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.Errors;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("{ identities { ", "SYNTAX_ERROR")]
    [InlineData("{ nothing }", "VALIDATION_FAILED")]
    [InlineData("{ identities }", "VALIDATION_FAILED")]
    [InlineData("query a { graphVersion } query b { graphVersion }", "VALIDATION_FAILED")]
    [InlineData("mutation { x }", "VALIDATION_FAILED")]
    [InlineData("{ identities(filter: {types: [NO_SUCH]}) { totalCount } }", "VALIDATION_FAILED")]
    [InlineData("{ identities(filter: {createdBefore: \"yesterday\"}) { totalCount } }", "VALIDATION_FAILED")]
    [InlineData("{ identities(filter: {text: \"a\"}, orderBy: {by: NAME}) { totalCount } }", "BAD_ARGUMENT")]
    [InlineData("{ search(text: \"  \") { totalCount } }", "BAD_ARGUMENT")]
    public async Task A_bad_request_has_one_code_of_the_list(string query, string code)
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectErrorAsync(query, code);
    }

    [Fact]
    public async Task Variables_that_do_not_fit_are_a_validation_error()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectErrorAsync("query($of: [ID!]!) { blastRadius(of: $of) { notFound } }", "VALIDATION_FAILED", """{"of": [null]}""");
        await Assert.ThrowsAnyAsync<JsonException>(() => asking.AnswerAsync("{ graphVersion }", "[1"));
    }

    [Fact]
    public async Task A_question_too_deep_is_refused()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        string deep = "{ node(id: \"data\") { ... on Resource { " + string.Concat(Enumerable.Repeat("parent { ... on Resource { ", 30)) + "key" + string.Concat(Enumerable.Repeat(" } }", 30)) + " } } }";
        await asking.ExpectErrorAsync(deep, "LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task A_question_too_dear_is_refused()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        await asking.ExpectErrorAsync("{ identities(first: 500) { nodes { credentials(first: 500) { nodes { consumers(first: 500) { nodes { name } } } } } } }", "LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task A_question_that_takes_too_long_is_ended()
    {
        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create(), store, new ExecutionLimits { MaxTime = TimeSpan.FromSeconds(1) });
        await asking.DataAsync("{ __typename }");
        store.OnRead = read => read == "find" ? Task.Delay(1_500) : Task.CompletedTask;
        await asking.ExpectErrorAsync("{ identities { nodes { name } } }", "LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task Introspection_as_tools_send_it_is_within_the_bounds()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        const string Type = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } }";
        await asking.DataAsync($"{{ __schema {{ queryType {{ name }} types {{ kind name description fields(includeDeprecated: true) {{ name args {{ name type {{ {Type} }} defaultValue }} type {{ {Type} }} isDeprecated }} inputFields {{ name type {{ {Type} }} }} interfaces {{ {Type} }} enumValues {{ name }} possibleTypes {{ {Type} }} }} directives {{ name locations args {{ name type {{ {Type} }} }} }} }} }}");
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_blanks_only_what_needs_it()
    {
        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create(), store);
        await asking.DataAsync("{ graphVersion }");
        store.OnRead = _ => throw new StoreException(StoreReason.Unreachable, "The file is gone.");
        JsonElement answer = await asking.AnswerAsync("{ identities { totalCount } blastRadius(of: [\"key-1\"]) { summary { depth } } }");
        Assert.Equal(5, answer.GetProperty("data").GetProperty("blastRadius").GetProperty("summary").GetProperty("depth").GetInt32());
        JsonElement error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("STORE_UNAVAILABLE", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("The file is gone.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_store_that_never_answered_is_unavailable()
    {
        var store = new CountingStore(new MemoryGraphStore()) { OnRead = _ => throw new StoreException(StoreReason.Unreachable, "No file.") };
        await using Asking asking = Asking.Of(store);
        Assert.Equal("No file.", await asking.ExpectErrorAsync("{ graphVersion }", "STORE_UNAVAILABLE"));
    }

    [Fact]
    public async Task Our_own_failure_says_nothing_of_itself()
    {
        var store = new CountingStore(new MemoryGraphStore());
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create(), store);
        await asking.DataAsync("{ graphVersion }");
        store.OnRead = _ => throw new InvalidOperationException("the secret inner life");
        Assert.DoesNotContain("secret", await asking.ExpectErrorAsync("{ identities { totalCount } }", "INTERNAL"), StringComparison.Ordinal);

        store.OnRead = null;
        await using var executor = new GraphQlExecutor(store, [], asking.Time);
        Assert.False((await executor.ExecuteAsync("{ graphVersion }", null, TestContext.Current.CancellationToken)).HasErrors);
        store.OnRead = _ => throw new InvalidOperationException("the secret inner life");
        GraphQlAnswer answer = await executor.ExecuteAsync("{ identities { totalCount } }", null, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("secret", answer.Json, StringComparison.Ordinal);
        Assert.Equal("the secret inner life", Assert.IsType<InvalidOperationException>(Assert.Single(answer.Failures)).Message);
    }

    [Theory]
    [InlineData(StoreReason.Busy, ErrorCode.StoreUnavailable)]
    [InlineData(StoreReason.BadCursor, ErrorCode.BadArgument)]
    [InlineData(StoreReason.NoSuchVersion, ErrorCode.StaleCursor)]
    [InlineData(StoreReason.TimedOut, ErrorCode.LimitExceeded)]
    public void A_reason_of_the_store_has_a_code(StoreReason reason, ErrorCode code) =>
        Assert.Equal(code, ErrorMapping.CodeOf(new ExecutionError("x", new StoreException(reason, "x"))));
}

using NhiGraph.Api.Execution;
using NhiGraph.Api.Tests.Estates;

namespace NhiGraph.Api.Tests.Execution;

/// <summary>A document that was run before is still held against its variables and its cost.</summary>
public sealed class DocumentCacheTests
{
    private const string Query = "query($of: [ID!]!, $first: Int) { blastRadius(of: $of) { entities(first: $first) { nodes { entity { ... on Identity { credentials(first: $first) { nodes { consumers(first: $first) { nodes { name } } } } } } } } } }";

    [Fact]
    public async Task Variables_and_cost_are_checked_each_time()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        for (int i = 0; i < 3; i++)
        {
            await asking.DataAsync(Query, """{"of": ["key-1"], "first": 5}""");
            await asking.ExpectErrorAsync(Query, "LIMIT_EXCEEDED", """{"of": ["key-1"], "first": 500}""");
            await asking.ExpectErrorAsync(Query, "VALIDATION_FAILED", """{"of": [null]}""");
            await asking.ExpectErrorAsync(Query, "VALIDATION_FAILED", "{}");
            await asking.ExpectErrorAsync(Query, "VALIDATION_FAILED", """{"of": ["key-1"], "first": "many"}""");
        }
    }

    [Fact]
    public async Task A_document_that_does_not_fit_is_refused_each_time()
    {
        await using Asking asking = await Asking.OfAsync(SmallCompany.Create());
        for (int i = 0; i < 3; i++)
        {
            await asking.ExpectErrorAsync("{ nothing }", "VALIDATION_FAILED");
            await asking.ExpectErrorAsync("{ graphVersion", "SYNTAX_ERROR");
        }
    }

    [Fact]
    public void The_cache_is_bounded_and_answers_with_the_same_document()
    {
        var cache = new DocumentCache();
        Assert.Same(cache.Parse("{ a }"), cache.Parse("{ a }"));
        ParsedDocument first = cache.Parse("{ a }");
        for (int i = 0; i < 600; i++)
        {
            cache.Parse($"{{ a{i} }}");
        }

        Assert.NotSame(first, cache.Parse("{ a }"));
        string longOne = "{ a }" + new string(' ', 20_000);
        Assert.NotSame(cache.Parse(longOne), cache.Parse(longOne));
    }
}

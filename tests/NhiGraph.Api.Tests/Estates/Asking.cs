using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using NhiGraph.Api.Execution;
using NhiGraph.Storage;
using NhiGraph.Storage.Contract.Parts;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.Estates;

/// <summary>
/// A store with an estate, and the way to ask it. Unless reads are counted every question is asked twice, of the graph held whole and of parts that hold no more than they must,
/// and both answers must be the same to the byte.
/// </summary>
internal sealed class Asking : IAsyncDisposable
{
    private readonly GraphQlExecutor _executor;
    private readonly GraphQlExecutor? _inParts;

    private Asking(IGraphStore store, ExecutionLimits? limits, bool inParts = false)
    {
        Store = store;
        _executor = new(store, [TestProvider.Aws], Time, limits, inParts ? NaiveParts.Of(store, store is CountingStore counting ? counting.Note : null) : null);
        _inParts = store is CountingStore ? null : new(store, [TestProvider.Aws], Time, limits, NaiveParts.Of(store));
    }

    internal IGraphStore Store { get; }

    internal FakeTimeProvider Time { get; } = new(Estate.Noon);

    /// <param name="inParts">Ask parts alone.</param>
    internal static async Task<Asking> OfAsync(Estate estate, IGraphStore? store = null, ExecutionLimits? limits = null, bool inParts = false)
    {
        store ??= new MemoryGraphStore();
        await estate.WriteAsync(store, TestContext.Current.CancellationToken);
        return new(store, limits, inParts);
    }

    /// <summary>Whatever a store holds.</summary>
    internal static Asking Of(IGraphStore store) => new(store, null);

    /// <summary>A store that was never written.</summary>
    internal static Asking OfNothing() => new(new MemoryGraphStore(), null);

    /// <summary>The <c>data</c> of an answer that must have no errors.</summary>
    internal async Task<JsonElement> DataAsync(string query, string? variables = null)
    {
        JsonElement answer = await AnswerAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out JsonElement errors), errors.ToString());
        return answer.GetProperty("data");
    }

    internal async Task<JsonElement> AnswerAsync(string query, string? variables = null)
    {
        GraphQlAnswer answer = await _executor.ExecuteAsync(query, variables, TestContext.Current.CancellationToken);
        if (_inParts is not null)
        {
            GraphQlAnswer inParts = await _inParts.ExecuteAsync(query, variables, TestContext.Current.CancellationToken);
            Assert.Equal(answer.Json, inParts.Json);
        }

        return JsonDocument.Parse(answer.Json).RootElement;
    }

    /// <summary>Asserts that the data of an answer is this JSON; white space does not count.</summary>
    internal async Task ExpectAsync(string query, string json)
    {
        string expected = JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
        string found = JsonSerializer.Serialize(await DataAsync(query));
        Assert.Equal(expected, found);
    }

    /// <summary>Asserts that the answer has one error, with this code.</summary>
    internal async Task<string> ExpectErrorAsync(string query, string code, string? variables = null)
    {
        JsonElement answer = await AnswerAsync(query, variables);
        Assert.True(answer.TryGetProperty("errors", out JsonElement errors), answer.ToString());
        JsonElement error = Assert.Single(errors.EnumerateArray());
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("code", Assert.Single(error.GetProperty("extensions").EnumerateObject()).Name);
        return error.GetProperty("message").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _executor.DisposeAsync();
        await (_inParts?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}

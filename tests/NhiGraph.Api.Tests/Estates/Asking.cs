using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using NhiGraph.Api.Execution;
using NhiGraph.Storage;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.Estates;

/// <summary>A store with an estate, and the way to ask it.</summary>
internal sealed class Asking : IAsyncDisposable
{
    private readonly GraphQlExecutor _executor;

    private Asking(IGraphStore store, ExecutionLimits? limits)
    {
        Store = store;
        _executor = new(store, [TestProvider.Aws], Time, limits);
    }

    internal IGraphStore Store { get; }

    internal FakeTimeProvider Time { get; } = new(Estate.Noon);

    internal static async Task<Asking> OfAsync(Estate estate, IGraphStore? store = null, ExecutionLimits? limits = null)
    {
        store ??= new MemoryGraphStore();
        await estate.WriteAsync(store, TestContext.Current.CancellationToken);
        return new(store, limits);
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

    public ValueTask DisposeAsync() => _executor.DisposeAsync();
}

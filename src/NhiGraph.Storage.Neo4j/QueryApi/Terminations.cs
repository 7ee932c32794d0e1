using System.Collections.Concurrent;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>
/// Ends queries on the server whose callers gave up: closing the connection alone leaves them running. A query may not have begun yet when its caller goes, so that the
/// server is asked a few times; it is done behind the caller's back, for who cancels does not wait.
/// </summary>
/// <param name="terminate">Asks the server once; the rows are what it ended.</param>
internal sealed class Terminations(Func<Guid, Task<long>> terminate, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan[] Waits = [TimeSpan.Zero, .. Enumerable.Repeat(TimeSpan.FromMilliseconds(100), 5), .. Enumerable.Repeat(TimeSpan.FromMilliseconds(500), 3)];
    private readonly ConcurrentDictionary<Guid, Task> _running = [];
    private long _count;

    /// <summary>How many queries were ended.</summary>
    internal long Count => Interlocked.Read(ref _count);

    internal void End(Guid request) => _running.TryAdd(request, EndAsync(request));

    public async ValueTask DisposeAsync() => await Task.WhenAll(_running.Values).ConfigureAwait(false);

    private async Task EndAsync(Guid request)
    {
        await Task.Yield();
        try
        {
            foreach (TimeSpan wait in Waits)
            {
                await Task.Delay(wait, clock).ConfigureAwait(false);
                if (await terminate(request).ConfigureAwait(false) > 0)
                {
                    Interlocked.Increment(ref _count);
                    break;
                }
            }
        }
        catch (Exception failure) when (failure is QueryApiException or HttpRequestException or IOException or System.Text.Json.JsonException or ObjectDisposedException)
        {
            // A server that does not answer runs nothing for us either, or ends it by its own time limit.
        }
        finally
        {
            _running.TryRemove(request, out _);
        }
    }
}

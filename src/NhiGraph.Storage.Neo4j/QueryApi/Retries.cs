using System.Security.Cryptography;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>
/// When a failed request is sent again: after a random part of a wait that doubles (so that many clients do not come back at once), as long as the budget lasts. It begins with the first
/// failure: a request that took long before it failed has no less of it.
/// </summary>
internal sealed class Retries(TimeProvider clock, TimeSpan budget)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>A server that fails inside may do so whatever is tried.</summary>
    private const int MostInside = 3;
    private long? _failed;
    private TimeSpan _wait = First;
    private int _inside;

    /// <summary>Waits and returns true, or returns false where the budget is used up.</summary>
    /// <param name="failure">Why it failed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async Task<bool> WaitAsync(Exception failure, CancellationToken cancellation)
    {
        _inside += failure is QueryApiException { IsInside: true } ? 1 : 0;
        TimeSpan left = budget - clock.GetElapsedTime(_failed ??= clock.GetTimestamp());
        if (left <= TimeSpan.Zero || _inside > MostInside)
        {
            return false;
        }

        TimeSpan wait = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, (int)_wait.TotalMilliseconds + 1));
        _wait = _wait * 2 < Longest ? _wait * 2 : Longest;
        await Task.Delay(wait < left ? wait : left, clock, cancellation).ConfigureAwait(false);
        return true;
    }
}

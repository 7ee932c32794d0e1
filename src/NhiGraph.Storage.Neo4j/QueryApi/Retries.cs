using System.Security.Cryptography;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>When a failed request is sent again: after a random part of a wait that doubles (so that many clients do not come back at once), as long as the budget lasts.</summary>
internal sealed class Retries(TimeProvider clock, TimeSpan budget)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private readonly long _began = clock.GetTimestamp();
    private TimeSpan _wait = First;

    /// <summary>Waits and returns true, or returns false where the budget is used up.</summary>
    internal async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        TimeSpan left = budget - clock.GetElapsedTime(_began);
        if (left <= TimeSpan.Zero)
        {
            return false;
        }

        TimeSpan wait = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, (int)_wait.TotalMilliseconds + 1));
        _wait = _wait * 2 < Longest ? _wait * 2 : Longest;
        await Task.Delay(wait < left ? wait : left, clock, cancellation).ConfigureAwait(false);
        return true;
    }
}

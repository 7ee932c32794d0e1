namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>Holds calls to so many a second; a service that throttles is asked half as often, and slowly as often as before once it answers.</summary>
internal sealed class Pace(double callsASecond, TimeProvider clock)
{
    private const double Slowest = 32;

    private readonly Lock gate = new();
    private DateTimeOffset next = DateTimeOffset.MinValue;
    private double slowed = 1;

    internal async Task WaitAsync(CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (gate)
        {
            DateTimeOffset now = clock.GetUtcNow(), at = next > now ? next : now;
            next = at + TimeSpan.FromSeconds(slowed / callsASecond);
            wait = at - now;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellation).ConfigureAwait(false);
        }
    }

    internal void Throttled()
    {
        lock (gate)
        {
            slowed = Math.Min(Slowest, slowed * 2);
        }
    }

    internal void Answered()
    {
        lock (gate)
        {
            slowed = Math.Max(1, slowed * 0.95);
        }
    }
}

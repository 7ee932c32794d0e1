using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>Asks services of AWS as one identity: at their pace, again where the next attempt may bring what this one did not, each attempt signed anew.</summary>
internal sealed class AwsApi(AWSCredentials credentials, AwsEndpoints endpoints, HttpMessageHandler transport, LiveTiming timing, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Pace> paces = new(StringComparer.Ordinal);
    private readonly ApiAttempt attempt = new(credentials, endpoints, transport, timing, clock);

    /// <summary>The answer as the AWS CLI prints it.</summary>
    /// <exception cref="ApiFaultException">It brought nothing.</exception>
    internal async Task<JsonObject> SendAsync(ApiCall call, CancellationToken cancellation)
    {
        Pace pace = paces.GetOrAdd(call.Service.Name, _ => new Pace(call.Service.CallsASecond * timing.Faster, clock));
        DateTimeOffset begun = clock.GetUtcNow();
        bool moved = false;
        for (int made = 1; ; made++)
        {
            await pace.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                JsonObject answer = await attempt.MakeAsync(call, cancellation).ConfigureAwait(false);
                pace.Answered();
                return answer;
            }
            catch (ApiFaultException failed) when (failed.IsPassing && made < timing.Attempts)
            {
                if (failed.Fault == ApiFault.Throttled)
                {
                    pace.Throttled();
                }

                TimeSpan wait = Wait(made);
                if (clock.GetUtcNow() - begun + wait > timing.Budget)
                {
                    throw;
                }

                await Task.Delay(wait, clock, cancellation).ConfigureAwait(false);
            }
            catch (ApiFaultException failed) when (failed.Elsewhere is { } region && !moved)
            {
                (call, moved) = (call with { Region = region }, true);
            }
            catch (ApiFaultException failed) when (failed.Fault == ApiFault.Skewed && made == 1 && attempt.CorrectClock())
            {
                // Signed anew by the service's own clock.
            }
        }
    }

    /// <summary>Anything up to twice the wait before: many who were throttled together do not come back together.</summary>
    private TimeSpan Wait(int made)
    {
        double most = Math.Min(timing.LongestWait.TotalMilliseconds, timing.FirstWait.TotalMilliseconds * Math.Pow(2, made - 1));
        return TimeSpan.FromMilliseconds(most * (0.2 + (0.8 * Random.Shared.NextDouble())));
    }
}

using Amazon.Runtime;
using NhiGraph.Loaders.Aws.Live.Api;
using System.Text.Json.Nodes;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>From options and environment to identities that AWS knows: the credentials' own, or one for each role.</summary>
internal sealed class SessionOpening(AwsLiveOptions options, Func<string, string?> variable, HttpMessageHandler transport, LiveTiming timing, TimeProvider clock)
{
    private const string UsualRegion = "us-east-1";

    /// <exception cref="AwsUnreachableException">Nobody can be asked.</exception>
    internal async Task<LiveSession[]> OpenAsync(Action<string> told, CancellationToken cancellation)
    {
        told("credentials");
        var found = await FoundCredentials.OfAsync(options.Profile, variable).ConfigureAwait(false);
        string region = options.Regions.FirstOrDefault() ?? Set("AWS_REGION") ?? Set("AWS_DEFAULT_REGION") ?? found.Region ?? UsualRegion;
        var endpoints = new AwsEndpoints(variable, found.Endpoint);
        AwsApi Api(AWSCredentials credentials) => new(credentials, endpoints, transport, timing, clock);
        AwsApi own = Api(found.Credentials);
        if (options.Roles.IsEmpty)
        {
            return [await KnownAsync(own, region, cancellation).ConfigureAwait(false)];
        }

        var sessions = new List<(string Role, LiveSession Session)>();
        foreach (string role in options.Roles)
        {
            told(role);
            LiveSession session = await KnownAsync(Api(new AssumedRole(own, role, region, cancellation)), region, cancellation).ConfigureAwait(false);
            sessions.Add(sessions.Find(other => other.Session.Account == session.Account) is { Role: { } first }
                ? throw new AwsUnreachableException(LiveProblems.SameAccountTwice(session.Account, first, role))
                : (role, session));
        }

        return [.. sessions.Select(session => session.Session)];
    }

    private string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;

    private static async Task<LiveSession> KnownAsync(AwsApi api, string region, CancellationToken cancellation)
    {
        try
        {
            JsonObject caller = await api.SendAsync(LiveCall.Of("GetCallerIdentity").In(region), cancellation).ConfigureAwait(false);
            return new LiveSession(api, (string?)caller["Account"] ?? "", region);
        }
        catch (ApiFaultException failed) when (failed is { Fault: ApiFault.Expired, Code: null })
        {
            throw new AwsUnreachableException(LiveProblems.NoCredentials(failed.Message));
        }
        catch (ApiFaultException failed)
        {
            throw new AwsUnreachableException(LiveProblems.Of(failed, failed.Call.Operation == "AssumeRole" ? "sts:AssumeRole on the role (in its trust policy too)" : null));
        }
    }
}

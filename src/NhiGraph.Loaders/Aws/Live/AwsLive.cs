using System.Net;
using NhiGraph.Loaders.Aws.Live.Fetch;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>Asks AWS itself for what <c>nhigraph load aws</c> else reads from files. Reads only.</summary>
public static class AwsLive
{
    /// <param name="variable">The environment, for credentials, region and endpoints.</param>
    /// <param name="told">Hears what is being asked.</param>
    /// <exception cref="AwsUnreachableException">There are no credentials that AWS accepts, or no way to it.</exception>
    public static Task<AwsLiveExport> FetchAsync(AwsLiveOptions options, Func<string, string?> variable, TimeProvider clock, Action<string> told, CancellationToken cancellation) =>
        FetchAsync(options, variable, clock, new LiveTiming(), told, cancellation);

    /// <summary>The rights that a live load needs, as a policy: those, and no others.</summary>
    public static string ReadPolicy => RightsPolicy.ToRead();

    /// <summary>What the identity needs that assumes the roles of <c>--role-arn</c>.</summary>
    public static string AssumePolicy(IEnumerable<string> roles) => RightsPolicy.ToAssume(roles);

    internal static async Task<AwsLiveExport> FetchAsync(
        AwsLiveOptions options, Func<string, string?> variable, TimeProvider clock, LiveTiming timing, Action<string> told, CancellationToken cancellation)
    {
        using var transport = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = 8,
        };
        LiveSession[] sessions = await new SessionOpening(options, variable, transport, timing, clock).OpenAsync(told, cancellation).ConfigureAwait(false);
        var accounts = new List<(LiveSession Session, AccountDocuments Documents)>();
        foreach (LiveSession session in sessions)
        {
            accounts.Add((session, await new AccountFetch(session, timing, clock, told).RunAsync(options.Regions, cancellation).ConfigureAwait(false)));
        }

        await new OrganizationFetch(told).RunAsync(accounts, cancellation).ConfigureAwait(false);
        return new AwsLiveExport([.. accounts.Select(account => account.Documents.Close())]);
    }
}

using System.Net;

namespace NhiGraph.Api.Http;

/// <summary>Where the server listens, checked: only loopback until authentication can be configured.</summary>
internal sealed record ListenAddress(IPAddress? Ip, int Port)
{
    /// <summary>Both loopback addresses.</summary>
    internal bool IsLocalhost => Ip is null;

    /// <exception cref="ListenRefusedException">The URL is not plain http, or not of this machine alone.</exception>
    internal static ListenAddress Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            throw new ListenRefusedException($"{url}: expected a URL such as http://127.0.0.1:5080.");
        }

        if (uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return new(null, uri.Port);
        }

        return IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip)
            ? new(ip, uri.Port)
            : throw new ListenRefusedException($"{url}: is reachable from other machines, and there is no authentication. Listen on 127.0.0.1, or put an authenticating proxy in front.");
    }
}

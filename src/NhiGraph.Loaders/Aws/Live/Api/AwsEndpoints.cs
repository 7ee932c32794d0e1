using Amazon;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>Where a service is asked: at its own endpoint, or where AWS_ENDPOINT_URL_{SERVICE}, AWS_ENDPOINT_URL or the profile say, as the SDKs do.</summary>
/// <param name="ofProfile">The <c>endpoint_url</c> of the profile; null for none.</param>
internal sealed class AwsEndpoints(Func<string, string?> variable, string? ofProfile)
{
    private const string Variable = "AWS_ENDPOINT_URL";

    /// <summary>The address, the region that a request to it is signed for, and whether the host is named after what is asked about.</summary>
    /// <param name="label">What the service's own hosts begin with, of a bucket or an account; null for none. An endpoint that was configured has one host for all.</param>
    /// <exception cref="AwsUnreachableException">The variable holds no address.</exception>
    internal (Uri Address, RegionEndpoint Region, bool Named) Of(ApiService service, string region, string? label = null)
    {
        RegionEndpoint endpoint = RegionEndpoint.GetBySystemName(region);
        GlobalEndpoint? global = service.GlobalIn(endpoint.PartitionName);
        RegionEndpoint signed = global is null ? endpoint : RegionEndpoint.GetBySystemName(global.Region);
        return Configured(service) is { } configured ? (configured, signed, false)
            : (new Uri($"https://{global?.Host ?? $"{(label is null ? "" : label + ".")}{service.Endpoint}.{region}.{endpoint.PartitionDnsSuffix}"}/"), signed, label is not null);
    }

    private Uri? Configured(ApiService service)
    {
        if (string.Equals(variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string ofService = $"{Variable}_{service.Variable}";
        (string name, string? text) = variable(ofService) is { Length: > 0 } own ? (ofService, own) : variable(Variable) is { Length: > 0 } all ? (Variable, all) : ("endpoint_url of the profile", ofProfile);
        return text is null ? null
            : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address
            : throw new AwsUnreachableException(LiveProblems.WrongEndpoint(name));
    }
}

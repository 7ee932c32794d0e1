using Amazon;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>Where a service is asked: at its own endpoint, or where AWS_ENDPOINT_URL_{SERVICE}, AWS_ENDPOINT_URL or the profile say, as the SDKs do.</summary>
/// <param name="ofProfile">The <c>endpoint_url</c> of the profile; null for none.</param>
internal sealed class AwsEndpoints(Func<string, string?> variable, string? ofProfile)
{
    private const string Variable = "AWS_ENDPOINT_URL";

    /// <summary>The address, and the region that a request to it is signed for.</summary>
    /// <exception cref="AwsUnreachableException">The variable holds no address.</exception>
    internal (Uri Address, RegionEndpoint Region) Of(ApiService service, string region)
    {
        RegionEndpoint endpoint = RegionEndpoint.GetBySystemName(region);
        GlobalEndpoint? global = service.GlobalIn(endpoint.PartitionName);
        RegionEndpoint signed = global is null ? endpoint : RegionEndpoint.GetBySystemName(global.Region);
        return (Configured(service) ?? new Uri($"https://{global?.Host ?? $"{service.Endpoint}.{region}.{endpoint.PartitionDnsSuffix}"}/"), signed);
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

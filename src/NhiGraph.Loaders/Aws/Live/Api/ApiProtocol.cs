namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>How a service is asked and answers.</summary>
internal enum ApiProtocol
{
    /// <summary>A form in, XML out.</summary>
    Query,

    /// <summary>JSON 1.1 both ways.</summary>
    Json,
}

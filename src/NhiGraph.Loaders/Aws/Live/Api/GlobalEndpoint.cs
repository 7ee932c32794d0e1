namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>The one endpoint of a service in a partition.</summary>
/// <param name="Region">The region that its requests are signed for.</param>
internal sealed record GlobalEndpoint(string Host, string Region);

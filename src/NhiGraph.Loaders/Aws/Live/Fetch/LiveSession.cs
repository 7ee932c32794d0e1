using NhiGraph.Loaders.Aws.Live.Api;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>An identity in an account.</summary>
/// <param name="Region">Where it asks when nothing else is said.</param>
internal sealed record LiveSession(AwsApi Api, string Account, string Region);

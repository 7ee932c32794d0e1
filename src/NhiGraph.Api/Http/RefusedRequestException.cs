namespace NhiGraph.Api.Http;

/// <summary>A request that is refused before it is run, with the status to say so.</summary>
internal sealed class RefusedRequestException(int status, string message) : Exception(message)
{
    internal int Status { get; } = status;
}

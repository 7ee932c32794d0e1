namespace NhiGraph.Loaders.Tests.Aws.Live.Stub;

/// <summary>A request as the stub understood it, its signature already found good.</summary>
/// <param name="Service">What it was signed for.</param>
internal sealed record StubCall(string Account, string Service, string Region, string Operation, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>The page that is asked for; null for the first.</summary>
    public string? Page => ((string[])["Marker", "NextToken", "nextToken", "PaginationToken", "continuation-token", "ExclusiveStartTableName"]).Select(Of).FirstOrDefault(page => page is { Length: > 0 });

    public string? Of(string parameter) => Parameters.GetValueOrDefault(parameter);
}

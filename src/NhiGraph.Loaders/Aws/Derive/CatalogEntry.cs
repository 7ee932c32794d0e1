using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A resource that something lists or names.</summary>
/// <param name="Kind">Its place in the table of types; -1 for none documented.</param>
/// <param name="Home">The account it is in: this scope's, another's, or null where nobody told.</param>
/// <param name="Placed">It is this account's.</param>
/// <param name="Fact">A fact that lists or names it.</param>
internal sealed record CatalogEntry(string Key, ArnPattern Arn, int Kind, ResourceType Type, string Service, string? Home, bool Placed, FactKey Fact)
{
    /// <summary>The node of its service.</summary>
    internal string Container => Home is null ? $"{AwsKeys.Unplaced}/{Service}" : AwsKeys.Service(Home, Service);
}

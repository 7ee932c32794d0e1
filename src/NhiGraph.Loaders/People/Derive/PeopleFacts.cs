using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.People.Derive;

/// <summary>The facts of a scope by source and dataset.</summary>
internal static class PeopleFacts
{
    /// <summary>In the order of their keys.</summary>
    internal static IEnumerable<Fact> Of(this ScopeFacts scope, string source, string dataset) =>
        scope.Facts.Where(fact => fact.Id.Source == source && fact.Id.Dataset == dataset).OrderBy(fact => fact.Id.Key, StringComparer.Ordinal);
}

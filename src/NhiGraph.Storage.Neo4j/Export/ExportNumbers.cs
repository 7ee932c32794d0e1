using NhiGraph.Storage.Facts;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>Gives owners and datasets the numbers that rows name them by, from 1, in the order they come.</summary>
internal sealed class ExportNumbers
{
    private readonly Dictionary<string, long> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, string Scope, string Dataset), long> _datasets = [];

    internal IEnumerable<KeyValuePair<string, long>> Owners => _owners;

    internal IEnumerable<KeyValuePair<(string Source, string Scope, string Dataset), long>> Datasets => _datasets;

    internal long Count => _owners.Count + _datasets.Count;

    internal long Owner(string owner) => _owners.TryGetValue(owner, out long number) ? number : _owners[owner] = Count + 1;

    internal long Dataset(FactKey fact) => _datasets.TryGetValue((fact.Source, fact.Scope, fact.Dataset), out long number) ? number : _datasets[(fact.Source, fact.Scope, fact.Dataset)] = Count + 1;
}

using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Runs;

/// <summary>Facts by key, ordinally: source, scope, dataset, key.</summary>
internal sealed class FactOrder : IComparer<FactKey>
{
    internal static FactOrder Instance { get; } = new();

    public int Compare(FactKey x, FactKey y)
    {
        int order = string.CompareOrdinal(x.Source, y.Source);
        order = order != 0 ? order : string.CompareOrdinal(x.Scope, y.Scope);
        order = order != 0 ? order : string.CompareOrdinal(x.Dataset, y.Dataset);
        return order != 0 ? order : string.CompareOrdinal(x.Key, y.Key);
    }
}

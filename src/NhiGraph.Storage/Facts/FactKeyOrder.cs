using NhiGraph.Storage.Reading;

namespace NhiGraph.Storage.Facts;

/// <summary>Facts by source, scope, dataset and key, each in <see cref="CodePointOrder"/>.</summary>
public sealed class FactKeyOrder : IComparer<FactKey>
{
    public static FactKeyOrder Instance { get; } = new();

    private FactKeyOrder()
    {
    }

    public int Compare(FactKey x, FactKey y)
    {
        int order = CodePointOrder.Instance.Compare(x.Source, y.Source);
        order = order != 0 ? order : CodePointOrder.Instance.Compare(x.Scope, y.Scope);
        order = order != 0 ? order : CodePointOrder.Instance.Compare(x.Dataset, y.Dataset);
        return order != 0 ? order : CodePointOrder.Instance.Compare(x.Key, y.Key);
    }
}

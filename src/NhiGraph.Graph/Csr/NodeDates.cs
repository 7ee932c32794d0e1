using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>The dates of one node in Unix seconds, null where there is none.</summary>
public readonly record struct NodeDates
{
    internal const int Count = 5;

    public long? Created { get; init; }

    public long? Rotated { get; init; }

    public long? Expires { get; init; }

    public long? Used { get; init; }

    public long? Ended { get; init; }

    public long? this[NodeDate date] => date switch
    {
        NodeDate.Created => Created,
        NodeDate.Rotated => Rotated,
        NodeDate.Expires => Expires,
        NodeDate.Used => Used,
        _ => Ended,
    };
}

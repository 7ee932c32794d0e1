using System.Buffers;
using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>Opens and closes what owners state of edges, and keeps count of the edges that anyone states.</summary>
internal sealed class EdgeWriter(StoreConnection connection, Interning interning, RunId run)
{
    private readonly Statement _find = connection["open_edge"], _put = connection["put_edge"], _close = connection["close_edge"], _share = connection["put_shared_edge"];
    private readonly ArrayBufferWriter<byte> _evidence = new(256);

    internal long Opened { get; private set; }

    internal long Closed { get; private set; }

    /// <summary>By how much the number of edges that at least one owner states changed.</summary>
    internal long Grown { get; private set; }

    internal void Put(ImmutableArray<DerivedEdge> edges, CancellationToken cancellation)
    {
        foreach (DerivedEdge edge in edges)
        {
            cancellation.ThrowIfCancellationRequested();
            Numbers key = NumbersOf(edge.Edge.Key);
            long owner = interning.Text(edge.Owner);
            Row row = RowOf(edge.Edge);
            _evidence.ResetWrittenCount();
            EvidenceCode.Write(edge.Alternatives, interning, _evidence);
            (long? own, bool same, bool others) = Look(key, owner, row);
            if (same)
            {
                continue;
            }

            if (own is { } old)
            {
                _close.Bind(1, old).Bind(2, run.Value).Run();
                Closed++;
            }

            _put.Bind(1, key.From).Bind(2, key.To).Bind(3, key.Kind).Bind(4, key.Qualifier).Bind(5, owner).Bind(6, run.Value).Bind(7, row.Certainty).Bind(8, row.From).Bind(9, row.Until)
                .Bind(10, row.Disabled).Bind(11, row.Detail).BindBlob(12, _evidence.WrittenSpan).Run();
            Opened++;
            if (others)
            {
                _share.Bind(1, key.From).Bind(2, key.To).Bind(3, key.Kind).Bind(4, key.Qualifier).Run();
            }
            else if (own is null)
            {
                Grown++;
            }
        }
    }

    internal void Remove(ImmutableArray<DerivedEdgeKey> keys, CancellationToken cancellation)
    {
        foreach (DerivedEdgeKey key in keys)
        {
            cancellation.ThrowIfCancellationRequested();
            (long? own, _, bool others) = Look(NumbersOf(key.Edge), interning.Text(key.Owner), null);
            if (own is { } row)
            {
                _close.Bind(1, row).Bind(2, run.Value).Run();
                Closed++;
                Grown -= others ? 0 : 1;
            }
        }
    }

    /// <summary>The owner's own open statement, whether it says the same already, and whether others state the edge too.</summary>
    private (long? Own, bool Same, bool Others) Look(Numbers key, long owner, Row? wanted)
    {
        long? own = null;
        bool same = false, others = false;
        _find.Bind(1, key.From).Bind(2, key.To).Bind(3, key.Kind).Bind(4, key.Qualifier);
        while (_find.Step())
        {
            if (_find.Int64(1) != owner)
            {
                others = true;
                continue;
            }

            own = _find.Int64(0);
            same = wanted is { } row && row == new Row(_find.Int64(2), Number(3), Number(4), _find.Int64(5), _find.Int64(6)) && _find.Bytes(7).SequenceEqual(_evidence.WrittenSpan);
        }

        return (own, same, others);
    }

    private long? Number(int column) => _find.IsNull(column) ? null : _find.Int64(column);

    private Numbers NumbersOf(EdgeKey key) => new(interning.Node(key.From), interning.Node(key.To), (long)key.Kind, interning.Text(key.Qualifier));

    private Row RowOf(GraphEdge edge) => new((long)edge.Certainty, edge.Validity.From == long.MinValue ? null : edge.Validity.From,
        edge.Validity.Until == long.MaxValue ? null : edge.Validity.Until, edge.Validity.Disabled ? 1 : 0, interning.Detail(edge));

    private readonly record struct Numbers(long From, long To, long Kind, long Qualifier);

    private readonly record struct Row(long Certainty, long? From, long? Until, long Disabled, long Detail);
}

using System.Collections.Immutable;
using System.Text;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>Opens and closes facts of one run.</summary>
internal sealed class FactWriter(StoreConnection connection, Interning interning, RunId run)
{
    private readonly Statement _find = connection["open_fact"], _put = connection["put_fact"], _close = connection["close_fact"];
    private byte[] _content = new byte[4096];

    internal long Opened { get; private set; }

    internal long Closed { get; private set; }

    internal long Grown => Opened - Closed;

    internal void Put(ImmutableArray<Fact> facts, CancellationToken cancellation)
    {
        foreach (Fact fact in facts)
        {
            cancellation.ThrowIfCancellationRequested();
            long id = interning.Fact(fact.Id);
            ReadOnlySpan<byte> content = Utf8(fact.Content);
            if (_find.Bind(1, id).Step())
            {
                bool same = _find.Bytes(1).SequenceEqual(content);
                long row = _find.Int64(0);
                _find.Reset();
                if (same)
                {
                    continue;
                }

                Close(row);
            }

            _put.Bind(1, id).Bind(2, run.Value).BindText(3, content).Bind(4, fact.Locator).Run();
            Opened++;
        }
    }

    internal void Remove(ImmutableArray<FactKey> keys, CancellationToken cancellation)
    {
        foreach (FactKey key in keys)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_find.Bind(1, interning.Fact(key)).Number() is { } row)
            {
                Close(row);
            }
        }
    }

    private void Close(long row)
    {
        _close.Bind(1, row).Bind(2, run.Value).Run();
        Closed++;
    }

    private ReadOnlySpan<byte> Utf8(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _content.Length)
        {
            _content = new byte[most];
        }

        return _content.AsSpan(0, Encoding.UTF8.GetBytes(text, _content));
    }
}

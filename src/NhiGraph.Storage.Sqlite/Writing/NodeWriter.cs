using System.Collections.Immutable;
using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>Opens and closes nodes and what is asserted of them.</summary>
internal sealed class NodeWriter(StoreConnection connection, Interning interning, RunId run) : IDisposable
{
    private readonly Statement _findNode = connection["open_node"], _putNode = connection["put_node"], _closeNode = connection["close_node"];
    private readonly Statement _findAssertion = connection["open_assertion"], _putAssertion = connection["put_assertion"], _closeAssertion = connection["close_assertion"];
    private readonly PropertiesJson _json = new();

    internal long Opened { get; private set; }

    internal long Closed { get; private set; }

    /// <summary>By how much the number of open nodes changed.</summary>
    internal long Grown { get; private set; }

    internal void Put(ImmutableArray<GraphNode> nodes, CancellationToken cancellation)
    {
        foreach (GraphNode node in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            long id = interning.Node(node.Key);
            ReadOnlySpan<byte> properties = _json.Of(node.Properties);
            if (_findNode.Bind(1, id).Step())
            {
                bool same = IsSame(_findNode, 1, node, properties);
                long row = _findNode.Int64(0);
                _findNode.Reset();
                if (same)
                {
                    continue;
                }

                CloseNode(row);
            }

            _putNode.Bind(1, id).Bind(2, run.Value).Bind(3, (long)node.Kinds).Bind(4, node.Name).BindText(5, properties).Run();
            Opened++;
            Grown++;
        }
    }

    internal void Remove(ImmutableArray<string> keys, CancellationToken cancellation)
    {
        foreach (string key in keys)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_findNode.Bind(1, interning.Node(key)).Number() is { } row)
            {
                CloseNode(row);
            }
        }
    }

    internal void PutAssertions(ImmutableArray<Assertion> assertions, CancellationToken cancellation)
    {
        foreach (Assertion assertion in assertions)
        {
            cancellation.ThrowIfCancellationRequested();
            AssertionKey key = assertion.Id;
            ReadOnlySpan<byte> properties = _json.Of(assertion.Node.Properties);
            if (Find(key).Step())
            {
                bool same = _findAssertion.Int64(1) == assertion.Weight && IsSame(_findAssertion, 2, assertion.Node, properties);
                long row = _findAssertion.Int64(0);
                _findAssertion.Reset();
                if (same)
                {
                    continue;
                }

                CloseAssertion(row);
            }

            _putAssertion.Bind(1, interning.Node(key.Node)).Bind(2, interning.Fact(key.Fact)).Bind(3, interning.Text(key.Owner)).Bind(4, run.Value).Bind(5, assertion.Weight)
                .Bind(6, (long)assertion.Node.Kinds).Bind(7, assertion.Node.Name).BindText(8, properties).Run();
            Opened++;
        }
    }

    internal void RemoveAssertions(ImmutableArray<AssertionKey> keys, CancellationToken cancellation)
    {
        foreach (AssertionKey key in keys)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Find(key).Number() is { } row)
            {
                CloseAssertion(row);
            }
        }
    }

    public void Dispose() => _json.Dispose();

    private Statement Find(AssertionKey key) => _findAssertion.Bind(1, interning.Node(key.Node)).Bind(2, interning.Fact(key.Fact)).Bind(3, interning.Text(key.Owner));

    private static bool IsSame(Statement row, int kindsColumn, GraphNode node, ReadOnlySpan<byte> properties) =>
        row.Int64(kindsColumn) == (long)node.Kinds && row.Text(kindsColumn + 1) == node.Name && row.Bytes(kindsColumn + 2).SequenceEqual(properties);

    private void CloseNode(long row)
    {
        _closeNode.Bind(1, row).Bind(2, run.Value).Run();
        Closed++;
        Grown--;
    }

    private void CloseAssertion(long row)
    {
        _closeAssertion.Bind(1, row).Bind(2, run.Value).Run();
        Closed++;
    }
}

using System.Collections.Immutable;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>What is asserted of nodes before a run, and what will be after what it has derived so far.</summary>
internal sealed class AssertionView(IGraphStore store, RunId version)
{
    private const int NodesARead = 1_000;
    private readonly Dictionary<string, Dictionary<AssertionKey, Assertion?>> changed = new(StringComparer.Ordinal);

    /// <summary>Nodes of which anything asserted changed.</summary>
    internal IReadOnlyCollection<string> Touched => changed.Keys;

    internal void Apply(OwnerChanges changes)
    {
        foreach (Assertion assertion in changes.Put)
        {
            Of(assertion.Node.Key)[assertion.Id] = assertion;
        }

        foreach (AssertionKey assertion in changes.Removed)
        {
            Of(assertion.Node)[assertion] = null;
        }
    }

    /// <summary>For each of these nodes, what is asserted before and after.</summary>
    internal async IAsyncEnumerable<(string Node, ImmutableArray<Assertion> Before, ImmutableArray<Assertion> After)> ReadAsync(
        IEnumerable<string> nodes, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string[] some in nodes.Chunk(NodesARead))
        {
            ImmutableArray<Assertion> stored = version == default ? [] : await store.AssertionsOfAsync(version, some, cancellation).ConfigureAwait(false);
            ILookup<string, Assertion> byNode = stored.ToLookup(assertion => assertion.Node.Key, StringComparer.Ordinal);
            foreach (string node in some)
            {
                Dictionary<AssertionKey, Assertion?> changes = changed.GetValueOrDefault(node) ?? [];
                ImmutableArray<Assertion> before = [.. byNode[node]];
                yield return (node, before, [.. before.Where(assertion => !changes.ContainsKey(assertion.Id)), .. changes.Values.OfType<Assertion>()]);
            }
        }
    }

    private Dictionary<AssertionKey, Assertion?> Of(string node)
    {
        if (!changed.TryGetValue(node, out Dictionary<AssertionKey, Assertion?>? changes))
        {
            changed[node] = changes = [];
        }

        return changes;
    }
}

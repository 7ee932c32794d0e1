using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NhiGraph.Storage.Runs;

/// <summary>Cuts a run's changes into batches that a store takes at once.</summary>
public static class ChangeBatches
{
    /// <summary>Things in a batch, at most.</summary>
    public const int Most = 5_000;

    public static IEnumerable<RunChanges> Of(RunChanges all) =>
    [
        .. Cut(all.Facts, rows => new RunChanges { Facts = rows }),
        .. Cut(all.FactsRemoved, rows => new RunChanges { FactsRemoved = rows }),
        .. Cut(all.Assertions, rows => new RunChanges { Assertions = rows }),
        .. Cut(all.AssertionsRemoved, rows => new RunChanges { AssertionsRemoved = rows }),
        .. Cut(all.Nodes, rows => new RunChanges { Nodes = rows }),
        .. Cut(all.NodesRemoved, rows => new RunChanges { NodesRemoved = rows }),
        .. Cut(all.Edges, rows => new RunChanges { Edges = rows }),
        .. Cut(all.EdgesRemoved, rows => new RunChanges { EdgesRemoved = rows }),
        .. Cut(all.Terms, rows => new RunChanges { Terms = rows }),
        .. Cut(all.TermsRemoved, rows => new RunChanges { TermsRemoved = rows }),
    ];

    /// <summary>Batches of one kind of thing, made as the things are read.</summary>
    public static IEnumerable<RunChanges> Cut<T>(IEnumerable<T> rows, Func<ImmutableArray<T>, RunChanges> batch) =>
        rows.Chunk(Most).Select(some => batch(ImmutableCollectionsMarshal.AsImmutableArray(some)));
}

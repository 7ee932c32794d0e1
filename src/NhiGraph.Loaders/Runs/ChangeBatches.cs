using System.Collections.Immutable;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>Cuts a run's changes into batches that a store takes at once.</summary>
internal static class ChangeBatches
{
    private const int Rows = 5_000;

    internal static IEnumerable<RunChanges> Of(RunChanges all) =>
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

    private static IEnumerable<RunChanges> Cut<T>(ImmutableArray<T> rows, Func<ImmutableArray<T>, RunChanges> batch) =>
        rows.Chunk(Rows).Select(some => batch([.. some]));
}

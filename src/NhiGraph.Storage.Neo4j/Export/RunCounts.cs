using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>How many things of one kind stood after each run, from their intervals.</summary>
internal sealed class RunCounts(long last)
{
    private readonly long[] _grown = new long[last + 1];

    internal void Stood(RunId opened, RunId? closed)
    {
        _grown[opened.Value]++;
        if (closed is { } until)
        {
            _grown[until.Value]--;
        }
    }

    internal long After(RunId run) => _grown.AsSpan(0, checked((int)run.Value) + 1).ToArray().Sum();
}

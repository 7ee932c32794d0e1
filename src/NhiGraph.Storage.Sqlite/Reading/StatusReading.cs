using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>The store at a glance. The history of runs is folded once and then only by what was published since.</summary>
internal sealed class StatusReading
{
    private readonly Lock _lock = new();
    private readonly RunHistory _history = new();
    private StoreStatus? _last;

    internal StoreStatus Read(StoreConnection connection)
    {
        Statement counts = connection["last_counts"];
        (RunId version, long facts, long nodes, long edges) = counts.Step() ? (new RunId(counts.Int64(0)), counts.Int64(1), counts.Int64(2), counts.Int64(3)) : default;
        counts.Reset();
        lock (_lock)
        {
            // A slower reader may come with an older state than another has folded already: the newer answer is right for it too.
            if (_last is not null && version <= _last.Version)
            {
                return _last;
            }

            foreach (Run run in RunReading.After(connection, _history.Version))
            {
                _history.Add(run);
            }

            return _last = new StoreStatus(version, _history.RulesHash, _history.Sources(), nodes, edges, facts);
        }
    }
}

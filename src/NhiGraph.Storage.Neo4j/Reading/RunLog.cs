using System.Collections.Immutable;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>The runs that ended, kept in memory as far as they were read: an ended run never changes. Safe for concurrent use.</summary>
internal sealed class RunLog(QueryApiClient client)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, StoredRun> _runs = [];
    private RunHistory _history = new();
    private long _last;

    /// <summary>Reads what ended since it was read last.</summary>
    internal async Task ReadAsync(CancellationToken cancellation)
    {
        long after;
        lock (_lock)
        {
            after = _last;
        }

        ImmutableArray<StoredRun> runs = await client.RowsAsync(
            new Query(CypherFile.Named("load/runs_after"), new QueryParameters().Set("after", after)), static row => RunCode.Read(row.Json(1)), cancellation).ConfigureAwait(false);
        lock (_lock)
        {
            foreach (StoredRun run in runs.Where(run => run.Run.Id.Value > _last))
            {
                _runs.Add(run.Run.Id.Value, run);
                _history.Add(run.Run);
                _last = run.Run.Id.Value;
            }
        }
    }

    internal StoreStatus Status()
    {
        lock (_lock)
        {
            StoredRun? last = _history.Version.Value == 0 ? null : _runs[_history.Version.Value];
            return new StoreStatus(_history.Version, _history.RulesHash, _history.Sources(), last?.Nodes ?? 0, last?.Edges ?? 0, last?.Facts ?? 0);
        }
    }

    internal bool IsPublished(RunId version)
    {
        lock (_lock)
        {
            return version.Value == 0 || (_runs.TryGetValue(version.Value, out StoredRun? run) && run.Run.State == RunState.Published);
        }
    }

    /// <summary>When a run started, also one that is not in the log yet because it is open.</summary>
    internal DateTimeOffset? StartedAt(long run)
    {
        lock (_lock)
        {
            return _runs.TryGetValue(run, out StoredRun? found) ? found.Run.StartedAt : null;
        }
    }

    /// <summary>When the last run finished that opened one of the assertions or read its dataset, at least in part; null without assertions.</summary>
    internal DateTimeOffset? LastSeen(ImmutableArray<NodeAssertion> assertions, RunId version)
    {
        if (assertions.IsEmpty)
        {
            return null;
        }

        HashSet<(string, string, string)> datasets = [.. assertions.Select(assertion => (assertion.Fact.Source, assertion.Fact.Scope, assertion.Fact.Dataset))];
        RunId opened = assertions.Max(assertion => assertion.Run);
        lock (_lock)
        {
            return _runs.Values.Reverse().Select(stored => stored.Run).FirstOrDefault(run => run.Id <= version && run.State == RunState.Published && (run.Id == opened || run.Datasets.Any(dataset =>
                dataset.State is DatasetState.Complete or DatasetState.Partial && datasets.Contains((dataset.Source, dataset.Scope, dataset.Dataset)))))?.FinishedAt;
        }
    }
}

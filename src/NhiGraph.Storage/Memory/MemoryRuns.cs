using System.Collections.Immutable;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Memory;

/// <summary>The runs of a memory store and the one that is open. Not safe for concurrent use: the store's lock guards it.</summary>
internal sealed class MemoryRuns
{
    private readonly List<Run> _runs = [];
    private readonly List<RunChanges> _pending = [];
    private RunStart? _open;

    internal RunHistory History { get; } = new();

    internal IReadOnlyList<Run> All => _runs;

    internal RunId Version => History.Version;

    internal Run this[RunId run] => _runs[checked((int)run.Value) - 1];

    internal RunId Begin(RunStart start)
    {
        if (_open is not null)
        {
            throw new StoreException(StoreReason.Busy, "Another run is being written to this store. Wait until it is published or abandoned, then try again.");
        }

        _open = start;
        return OpenId;
    }

    internal void Write(RunId run, RunChanges changes)
    {
        DemandOpen(run);
        _pending.Add(changes);
    }

    internal Run Publish(RunId run, RunOutcome outcome, MemoryTables tables)
    {
        RunStart start = DemandOpen(run);
        long opened = tables.Opened, closed = tables.Closed;
        foreach (RunChanges changes in _pending)
        {
            tables.Apply(changes, run);
        }

        return End(new Run(run, start.Kind, RunState.Published, start.Source, start.SourceKind, start.RulesHash, start.StartedAt, outcome.FinishedAt,
            outcome.Datasets, outcome.Problems, tables.Opened - opened, tables.Closed - closed));
    }

    internal Run Abandon(RunId run)
    {
        RunStart start = DemandOpen(run);
        return End(new Run(run, start.Kind, RunState.Abandoned, start.Source, start.SourceKind, start.RulesHash, start.StartedAt, null, [], [], 0, 0));
    }

    internal RunPage Page(string? source, RunId? after, int first)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        Run[] all = [.. _runs.Where(run => source is null || run.Source == source)];
        Run[] rest = [.. all.Where(run => after is not { } last || run.Id < last).Reverse()];
        return new RunPage([.. rest.Take(first)], rest.Length > first, all.Length);
    }

    internal void DemandVersion(RunId version)
    {
        if (version.Value < 0 || version.Value > _runs.Count || (version.Value > 0 && this[version].State != RunState.Published))
        {
            throw new StoreException(StoreReason.NoSuchVersion, $"This store has no version {version}: no run of that number was published.");
        }
    }

    /// <summary>When the last run finished that opened one of the assertions or read its dataset, at least in part; null without assertions.</summary>
    internal DateTimeOffset? LastSeen(ImmutableArray<NodeAssertion> assertions, RunId version)
    {
        HashSet<(string, string, string)> datasets = [.. assertions.Select(assertion => (assertion.Fact.Source, assertion.Fact.Scope, assertion.Fact.Dataset))];
        RunId opened = assertions.Select(assertion => assertion.Run).DefaultIfEmpty().Max();
        return _runs.Where(run => run.Id <= version && run.State == RunState.Published && (run.Id == opened || run.Datasets.Any(dataset =>
                dataset.State is DatasetState.Complete or DatasetState.Partial && datasets.Contains((dataset.Source, dataset.Scope, dataset.Dataset)))))
            .Select(run => run.FinishedAt).LastOrDefault();
    }

    private RunId OpenId => new(_runs.Count + 1);

    private RunStart DemandOpen(RunId run) => _open is { } start && run == OpenId
        ? start
        : throw new StoreException(StoreReason.RunLost, $"Run {run} is not open: it was published, abandoned or taken over by another writer.");

    private Run End(Run run)
    {
        _open = null;
        _pending.Clear();
        _runs.Add(run);
        History.Add(run);
        return run;
    }
}

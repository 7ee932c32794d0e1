using System.Collections.Immutable;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Storage.Runs;

/// <summary>What published runs say together of sources and datasets. Runs are added in order; the same in every store. Not safe for concurrent use.</summary>
public sealed class RunHistory
{
    private readonly Dictionary<(string Source, string Scope, string Dataset), DatasetStatus> _datasets = [];
    private readonly Dictionary<string, (string Kind, RunId LastRun)> _sources = new(StringComparer.Ordinal);

    /// <summary>The rules of the last run; null before the first.</summary>
    public string? RulesHash { get; private set; }

    /// <summary>The last run added.</summary>
    public RunId Version { get; private set; }

    public void Add(Run run)
    {
        if (run.State != RunState.Published || run.FinishedAt is not { } finished)
        {
            return;
        }

        Version = run.Id;
        RulesHash = run.RulesHash;
        if (run.Source is not null)
        {
            _sources[run.Source] = (run.SourceKind ?? run.Source, run.Id);
        }

        foreach (DatasetRun dataset in run.Datasets)
        {
            if (!_sources.ContainsKey(dataset.Source))
            {
                _sources[dataset.Source] = (run.SourceKind ?? dataset.Source, run.Id);
            }

            var key = (dataset.Source, dataset.Scope, dataset.Dataset);
            if (dataset.State != DatasetState.Skipped || !_datasets.TryGetValue(key, out DatasetStatus? earlier) || earlier.State == DatasetState.Skipped)
            {
                _datasets[key] = new DatasetStatus(dataset.Source, dataset.Scope, dataset.Dataset, dataset.State, run.Id, finished);
            }
        }
    }

    /// <summary>Every source with the state of its datasets, both sorted.</summary>
    public ImmutableArray<SourceStatus> Sources()
    {
        ILookup<string, DatasetStatus> bySource = _datasets.Values.ToLookup(status => status.Source, StringComparer.Ordinal);
        return [.. _sources.OrderBy(source => source.Key, CodePointOrder.Instance).Select(source => new SourceStatus(source.Key, source.Value.Kind,
            [.. bySource[source.Key].OrderBy(status => status.Scope, CodePointOrder.Instance).ThenBy(status => status.Dataset, CodePointOrder.Instance)], source.Value.LastRun))];
    }
}

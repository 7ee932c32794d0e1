using System.Collections.Immutable;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Loaders.Runs;

/// <summary>How completely each dataset is known, by scope, after a reading. A SKIPPED replaces nothing that is known.</summary>
internal sealed class DatasetStates
{
    private static readonly ImmutableSortedDictionary<(string Source, string Dataset), DatasetState> Empty =
        ImmutableSortedDictionary.Create<(string Source, string Dataset), DatasetState>(Comparer<(string Source, string Dataset)>.Create((x, y) =>
        {
            int order = string.CompareOrdinal(x.Source, y.Source);
            return order != 0 ? order : string.CompareOrdinal(x.Dataset, y.Dataset);
        }));

    private readonly Dictionary<string, ImmutableSortedDictionary<(string Source, string Dataset), DatasetState>> byScope = new(StringComparer.Ordinal);

    internal DatasetStates(StoreStatus status)
    {
        foreach (DatasetStatus dataset in status.Sources.SelectMany(source => source.Datasets))
        {
            byScope[dataset.Scope] = Of(dataset.Scope).SetItem((dataset.Source, dataset.Dataset), dataset.State);
        }
    }

    /// <summary>Every scope that a run ever named.</summary>
    internal IEnumerable<string> Scopes => byScope.Keys;

    internal ImmutableSortedDictionary<(string Source, string Dataset), DatasetState> Of(string scope) =>
        byScope.GetValueOrDefault(scope) ?? Empty;

    /// <summary>Takes over what a reading says; returns the scopes for which anything changed.</summary>
    internal HashSet<string> Read(SourceReading reading)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (DatasetReading dataset in reading.Datasets)
        {
            ImmutableSortedDictionary<(string Source, string Dataset), DatasetState> states = Of(dataset.Scope);
            DatasetState before = states.GetValueOrDefault((reading.Source, dataset.Dataset));
            if (before != dataset.State && (dataset.State != DatasetState.Skipped || before == DatasetState.Never))
            {
                byScope[dataset.Scope] = states.SetItem((reading.Source, dataset.Dataset), dataset.State);
                changed.Add(dataset.Scope);
            }
        }

        return changed;
    }
}

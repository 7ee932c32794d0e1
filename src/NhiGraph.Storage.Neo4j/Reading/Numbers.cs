using System.Collections.Concurrent;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>The numbers that stand for owners and datasets in rows. A number is never given anew, so that what is known stays right; what is not known is read again. Safe for concurrent use.</summary>
internal sealed class Numbers(QueryApiClient client)
{
    private readonly ConcurrentDictionary<string, long> _owners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, string> _ownerNames = new();
    private readonly ConcurrentDictionary<(string Source, string Scope, string Dataset), long> _datasets = new();
    private readonly ConcurrentDictionary<long, FactKey> _datasetKeys = new();

    private long _version = -1;

    /// <summary>Every dataset known, as a key without its last part, with its number.</summary>
    internal IEnumerable<(FactKey Dataset, long Number)> Datasets => _datasetKeys.Select(pair => (pair.Value, pair.Key));

    internal long? OwnerOrNull(string owner) => _owners.TryGetValue(owner, out long number) ? number : null;

    internal long Owner(string owner) => _owners[owner];

    internal string OwnerName(long number) => _ownerNames[number];

    internal long Dataset(FactKey fact) => _datasets[(fact.Source, fact.Scope, fact.Dataset)];

    internal bool Knows(FactKey fact) => _datasets.ContainsKey((fact.Source, fact.Scope, fact.Dataset));

    /// <summary>The dataset's key without its last part.</summary>
    internal FactKey DatasetKey(long number) => _datasetKeys[number];

    /// <summary>Sees to it that every number in the rows of a published version is known.</summary>
    internal async Task DemandAsync(RunId version, CancellationToken cancellation)
    {
        if (version.Value > Interlocked.Read(ref _version))
        {
            await ReadAsync(cancellation).ConfigureAwait(false);
            Interlocked.Exchange(ref _version, version.Value);
        }
    }

    /// <summary>Takes over what the store has; called before reading rows, for another process may have given numbers.</summary>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="retryFor">How long it is tried again; null for what the client's options say.</param>
    internal async Task ReadAsync(CancellationToken cancellation, TimeSpan? retryFor = null)
    {
        await client.RowsAsync(new Query(CypherFile.Named("load/numbers"), new QueryParameters()) { RetryFor = retryFor }, row =>
        {
            if (row.NumberOrNull(0) is not { } number)
            {
                return false;
            }

            if (row.IsNull(2))
            {
                _owners[row.Text(1)] = number;
                _ownerNames[number] = row.Text(1);
            }
            else
            {
                _datasets[(row.Text(2), row.Text(3), row.Text(1))] = number;
                _datasetKeys[number] = new FactKey(row.Text(2), row.Text(3), row.Text(1), "");
            }

            return true;
        }, cancellation).ConfigureAwait(false);
    }
}

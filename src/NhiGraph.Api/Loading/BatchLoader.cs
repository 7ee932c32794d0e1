using GraphQL.DataLoader;

namespace NhiGraph.Api.Loading;

/// <summary>
/// Gathers the keys that fields of one level ask for and reads them together: one read for each 1,000 keys, whatever the number of fields.
/// What was read is kept for the request. Safe for concurrent use.
/// </summary>
internal sealed class BatchLoader<TKey, TValue>(Func<IReadOnlyCollection<TKey>, CancellationToken, Task<IEnumerable<KeyValuePair<TKey, TValue>>>> read)
    where TKey : notnull
    where TValue : class
{
    private const int MostKeys = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Task<Dictionary<TKey, TValue>>?> _batches = [];
    private HashSet<TKey> _waiting = [];

    /// <summary>What a field returns: its value at once if the key was read before, else a promise that the executor keeps after the whole level.</summary>
    internal object? Load(TKey key, Func<TValue?, object?> select)
    {
        lock (_lock)
        {
            if (_batches.TryGetValue(key, out Task<Dictionary<TKey, TValue>>? batch) && batch is { IsCompletedSuccessfully: true })
            {
                return select(batch.Result.GetValueOrDefault(key));
            }

            Gather(key);
        }

        return new Promise(this, key, select);
    }

    /// <summary>Asks for keys that <see cref="GetAsync"/> will be asked for, so that they share a read.</summary>
    internal void Expect(IEnumerable<TKey> keys)
    {
        lock (_lock)
        {
            foreach (TKey key in keys)
            {
                Gather(key);
            }
        }
    }

    /// <summary>One value, or null when the store has none; reads all that is gathered so far.</summary>
    internal async Task<TValue?> GetAsync(TKey key, CancellationToken cancellation)
    {
        Task<Dictionary<TKey, TValue>> batch;
        lock (_lock)
        {
            Gather(key);
            if (_batches[key] is null)
            {
                Dispatch(cancellation);
            }

            batch = _batches[key]!;
        }

        return (await batch.ConfigureAwait(false)).GetValueOrDefault(key);
    }

    private void Gather(TKey key)
    {
        if (_batches.TryAdd(key, null))
        {
            _waiting.Add(key);
        }
    }

    private void Dispatch(CancellationToken cancellation)
    {
        HashSet<TKey> keys = _waiting;
        _waiting = [];
        foreach (TKey[] chunk in keys.Chunk(MostKeys))
        {
            Task<Dictionary<TKey, TValue>> batch = ReadAsync(chunk, cancellation);
            foreach (TKey key in chunk)
            {
                _batches[key] = batch;
            }
        }
    }

    private async Task<Dictionary<TKey, TValue>> ReadAsync(TKey[] keys, CancellationToken cancellation) =>
        new(await read(keys, cancellation).ConfigureAwait(false));

    private sealed class Promise(BatchLoader<TKey, TValue> loader, TKey key, Func<TValue?, object?> select) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken) =>
            select(await loader.GetAsync(key, cancellationToken).ConfigureAwait(false));
    }
}

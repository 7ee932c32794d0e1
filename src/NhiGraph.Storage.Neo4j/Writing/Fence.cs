using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>
/// Sends the batches of one run. Each is carried out only while the lease is ours and the run open, and each once: it has a number, which the store remembers in the same
/// transaction, so that a batch may be sent again when nobody knows whether it arrived. A large one is carried out while the server reads the next: what becomes of it is told with what is done
/// next, and where it failed, nothing is done any more. Each says which one must be done before it, so that none is carried out before its turn or after one that failed. Not safe for concurrent use.
/// </summary>
internal sealed class Fence(QueryApiClient client, string lease, long run)
{
    private const int MostRows = 5_000, MostPacked = 5_000;
    private const int MostBytes = 4_000_000;
    private long _batch;
    private Task _before = Task.CompletedTask, _ahead = Task.CompletedTask;

    internal long Run => run;

    /// <summary>From how many rows on a batch is not waited for.</summary>
    internal int AheadFrom => client.Options.AheadFrom;

    /// <summary>Sends rows in as many requests as their size asks for; the statement takes them as <c>$rows</c>.</summary>
    /// <param name="statement">The file.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="cancellation">Ends it between two batches.</param>
    internal async Task SendAsync<T>(string statement, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write, CancellationToken cancellation)
    {
        for (int next = 0; next < rows.Count;)
        {
            int first = next;
            await OnceAsync(statement, parameters =>
            {
                parameters.Set("rows", writer => Write(writer));
            }, cancellation).ConfigureAwait(false);

            void Write(Utf8JsonWriter writer)
            {
                writer.WriteStartArray();
                for (; next < rows.Count && next - first < MostRows && writer.BytesCommitted + writer.BytesPending < MostBytes; next++)
                {
                    write(writer, rows[next]);
                }

                writer.WriteEndArray();
            }
        }
    }

    /// <summary>Sends rows in as many requests as their size asks for; <paramref name="set"/> packs those of a request into its parameters, told whether it is the first.</summary>
    internal async Task SendPackedAsync<T>(string statement, List<T> rows, Func<T, int> sizeOf, Action<QueryParameters, IReadOnlyList<T>, bool> set, CancellationToken cancellation)
    {
        for (int next = 0; next < rows.Count;)
        {
            int first = next;
            for (int size = 0; next < rows.Count && next - first < MostPacked && size < MostBytes; next++)
            {
                size += sizeOf(rows[next]);
            }

            List<T> some = rows.GetRange(first, next - first);
            await OnceAsync(statement, parameters => set(parameters, some, first == 0), cancellation, ahead: some.Count >= AheadFrom).ConfigureAwait(false);
        }
    }

    /// <summary>One batch. The statement gives one row where it was carried out.</summary>
    /// <param name="statement">The file.</param>
    /// <param name="set">Sets its own parameters; the batch before may still be under way.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="ahead">Does not wait for it.</param>
    internal async Task OnceAsync(string statement, Action<QueryParameters> set, CancellationToken cancellation, bool ahead = false)
    {
        long batch = _batch + 1;
        QueryParameters parameters = new QueryParameters().Set("lease", lease).Set("leaseFor", (long)client.Options.LeaseFor.TotalMilliseconds).Set("run", run).Set("batch", batch);
        set(parameters);
        await (ahead ? _before : DoneAsync()).ConfigureAwait(false);
        bool alone = _ahead.IsCompleted;
        if (alone)
        {
            await _ahead.ConfigureAwait(false);
        }

        // Of what was waited for nothing need be asked.
        parameters.Set("after", alone ? 0 : _batch);
        _batch = batch;
        (_before, Task sent) = (_ahead, SendAsync(new Query(CypherFile.Named(statement), parameters) { Access = QueryAccess.Write, RetryFor = client.Options.RetryWritesFor }, batch, _ahead, cancellation));
        if (ahead)
        {
            _ahead = sent;
        }
        else
        {
            await sent.ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the batches that are still under way.</summary>
    internal Task DoneAsync() => Task.WhenAll(_before, _ahead);

    private async Task SendAsync(Query query, long batch, Task before, CancellationToken cancellation)
    {
        for (bool turn = before.IsCompleted; ; turn = true)
        {
            ImmutableArray<bool> done = await client.RowsAsync(query, static _ => true, cancellation).ConfigureAwait(false);
            if (!done.IsEmpty)
            {
                return;
            }

            await before.ConfigureAwait(false);
            StoreState state = await StoreState.ReadAsync(client, cancellation, client.Options.RetryWritesFor).ConfigureAwait(false);
            if (state.Lease != lease || state.Run != run || (turn && state.Batch < batch))
            {
                throw Lost(run);
            }

            if (state.Batch >= batch)
            {
                return;
            }
        }
    }

    internal static StoreException Lost(long run) => new(StoreReason.RunLost, $"Run {run} is not open: it was published, abandoned or taken over by another writer.");
}

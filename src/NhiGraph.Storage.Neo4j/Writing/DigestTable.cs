using System.Buffers.Binary;
using System.Collections.Immutable;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>
/// The digests of one kind of rows. Each run appends to pages of the store the key's and the content's digest of what it puts, and 0 for the content of what it ends; what is open is found by
/// reading the pages in order. Not safe for concurrent use.
/// </summary>
/// <param name="kind">The kind's name in the store.</param>
/// <param name="open">How many rows were open when the run began, about.</param>
/// <param name="partOf">The part of a key that rows of one element share.</param>
internal sealed class DigestTable(string kind, long open, Func<long, long> partOf)
{
    private const int Entry = 16, EntriesAPage = 50_000, SlackOfPages = 100_000;
    private readonly List<(long Key, long Digest)> _said = [], _made = [];
    private readonly HashSet<long> _seen = [];
    private HashSet<long>? _parts;
    private Dictionary<long, long>? _open;
    private long _read;
    private int _sent;

    internal string Kind => kind;

    internal long Open => open;

    /// <summary>How much the run has put, what is unchanged among it.</summary>
    internal long Put { get; set; }

    internal bool IsRead => _open is not null;

    /// <summary>Most of what the pages say is out of date: this run writes all of it anew.</summary>
    internal bool IsRenewed { get; private set; }

    internal async Task ReadAsync(QueryApiClient client, CancellationToken cancellation)
    {
        var digests = new Dictionary<long, long>();
        var parts = new HashSet<long>();
        await client.RowsAsync(new Query(CypherFile.Named("load/digests"), new QueryParameters().Set("kind", kind)) { RetryFor = client.Options.RetryWritesFor }, row =>
        {
            ReadOnlySpan<byte> page = Convert.FromBase64String(row.Text(0));
            for (; page.Length >= Entry; page = page[Entry..])
            {
                long key = BinaryPrimitives.ReadInt64LittleEndian(page);
                digests[key] = BinaryPrimitives.ReadInt64LittleEndian(page[sizeof(long)..]);
                parts.Add(partOf(key));
                _read++;
            }

            return true;
        }, cancellation).ConfigureAwait(false);
        (_open, _parts) = (digests, parts);
    }

    internal bool IsOpen(long key, long digest) => _open is not null && _open.TryGetValue(key, out long open) && open == digest;

    /// <summary>Nothing of the element was ever there: not before the run, as far as the pages were read, and not in it.</summary>
    internal bool IsNew(long key) => !_seen.Contains(partOf(key)) && _parts?.Contains(partOf(key)) != true;

    /// <summary>What a batch puts or ends; it counts once the batch is carried out (<see cref="Keep"/>).</summary>
    internal void Add(long key, long digest)
    {
        _said.Add((key, digest));
        _seen.Add(partOf(key));
    }

    /// <summary>Something of the element is there now.</summary>
    internal void See(long key) => _seen.Add(partOf(key));

    /// <summary>The batch was carried out, or was not.</summary>
    internal void Keep(bool done)
    {
        if (done)
        {
            _made.AddRange(_said);
        }

        _said.Clear();
    }

    /// <summary>Sends what was added since, once it is a page, or all of it at the run's end.</summary>
    internal async Task SendAsync(Fence fence, bool all, CancellationToken cancellation)
    {
        if (all && _open is not null && _read + _made.Count > (2 * open) + SlackOfPages)
        {
            Renew();
        }

        while (_made.Count - _sent >= (all ? 1 : EntriesAPage))
        {
            int count = Math.Min(EntriesAPage, _made.Count - _sent);
            string rows = Convert.ToBase64String(Page(_sent, count));
            await fence.OnceAsync("load/put_digests", parameters => parameters.Set("kind", kind).Set("rows", rows), cancellation, ahead: count >= fence.AheadFrom).ConfigureAwait(false);
            _sent += count;
        }
    }

    private void Renew()
    {
        foreach ((long key, long digest) in _made)
        {
            _open![key] = digest;
        }

        _made.Clear();
        _made.AddRange(_open!.Where(pair => pair.Value != 0).Select(pair => (pair.Key, pair.Value)));
        (_sent, IsRenewed) = (0, true);
    }

    private byte[] Page(int first, int count)
    {
        byte[] page = new byte[count * Entry];
        for (int i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(i * Entry), _made[first + i].Key);
            BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan((i * Entry) + sizeof(long)), _made[first + i].Digest);
        }

        return page;
    }
}

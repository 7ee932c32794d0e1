using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>
/// Neo4j's HTTP Query API: one request is one statement and one transaction. Transient failures are tried again within a budget, a caller who gives up ends the query on the
/// server too. Safe for concurrent use; a Bolt driver could take this one's place.
/// </summary>
/// <remarks>
/// Failures of the surroundings (server down, wrong credential or database, no space) are <see cref="StoreException"/>s with the server's own words inside; what is wrong
/// with a query itself is a <see cref="QueryApiException"/>.
/// </remarks>
public sealed class QueryApiClient : IAsyncDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly Neo4jOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly Terminations _terminations;
    private long _requests, _repeats;

    public QueryApiClient(Neo4jOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _http = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = options.MostConnections,
            ConnectTimeout = options.ConnectWithin,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !options.Server.IsLoopback,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _terminations = new Terminations(TerminateAsync, clock);
    }

    public Neo4jOptions Options => _options;

    public QueryApiFigures Figures => new(Interlocked.Read(ref _requests), Interlocked.Read(ref _repeats), _terminations.Count);

    /// <summary>Carries out a query whose rows do not matter.</summary>
    public async Task<QuerySummary> ExecuteAsync(Query query, CancellationToken cancellation) =>
        (await RowsAsync<bool>(query, static _ => true, keep: false, cancellation).ConfigureAwait(false)).Summary;

    /// <summary>All rows of a query, none of them handed out before the server said that all went well.</summary>
    public async Task<ImmutableArray<T>> RowsAsync<T>(Query query, Func<QueryRow, T> read, CancellationToken cancellation) =>
        (await RowsAsync(query, read, keep: true, cancellation).ConfigureAwait(false)).Rows;

    /// <summary>
    /// The rows of a reading query as they arrive, in memory of one row. It is tried again only as long as no row came; what fails later ends the reading.
    /// </summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(Query query, Func<QueryRow, T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (query.Access != QueryAccess.Read)
        {
            throw new ArgumentException("Rows of a write may be undone by an error after them: read them all at once.", nameof(query));
        }

        var id = Guid.NewGuid();
        Opened opened = await OpenAsync(query, id, cancellation).ConfigureAwait(false);
        bool ended = false;
        try
        {
            for (bool more = opened.HasRow; more; more = await NextAsync(opened.Reader, cancellation).ConfigureAwait(false))
            {
                yield return read(opened.Reader.Row);
            }

            ended = true;
        }
        finally
        {
            opened.Dispose();
            if (!ended)
            {
                _terminations.End(id);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _terminations.DisposeAsync().ConfigureAwait(false);
        _http.Dispose();
    }

    /// <summary>What a server says of itself at its root, for telling why it does not answer queries; null where nothing useful comes.</summary>
    internal async Task<JsonElement?> DiscoverAsync(CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await _http.GetAsync(new Uri(_options.Server, "/"), cancellation).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false)) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }

    private async Task<(ImmutableArray<T> Rows, QuerySummary Summary)> RowsAsync<T>(Query query, Func<QueryRow, T> read, bool keep, CancellationToken cancellation)
    {
        var retries = new Retries(_clock, query.RetryFor ?? _options.RetryFor);
        while (true)
        {
            var id = Guid.NewGuid();
            try
            {
                return await AttemptAsync(query, read, keep, id, cancellation).ConfigureAwait(false);
            }
            catch (Exception failure) when (IsKnown(failure) && cancellation.IsCancellationRequested)
            {
                _terminations.End(id);
                throw new OperationCanceledException("Nobody waits for the query any more.", failure, cancellation);
            }
            catch (Exception failure) when (IsKnown(failure))
            {
                if (!MayRepeat(failure, query) || !await retries.WaitAsync(failure, cancellation).ConfigureAwait(false))
                {
                    throw Told(failure);
                }

                Interlocked.Increment(ref _repeats);
            }
        }
    }

    private async Task<(ImmutableArray<T> Rows, QuerySummary Summary)> AttemptAsync<T>(Query query, Func<QueryRow, T> read, bool keep, Guid id, CancellationToken cancellation)
    {
        using Opened opened = await SendAsync(query, id, cancellation).ConfigureAwait(false);
        ImmutableArray<T>.Builder rows = ImmutableArray.CreateBuilder<T>();
        long count = 0;
        for (bool more = opened.HasRow; more; more = await opened.Reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            count++;
            if (keep)
            {
                rows.Add(read(opened.Reader.Row));
            }
        }

        Demand(opened.Reader);
        return (rows.DrainToImmutable(), new QuerySummary(count, opened.Reader.Counters, opened.Reader.Plan));
    }

    /// <summary>A response whose first row, if it has one, has come: until then every failure is tried again.</summary>
    private async Task<Opened> OpenAsync(Query query, Guid id, CancellationToken cancellation)
    {
        var retries = new Retries(_clock, query.RetryFor ?? _options.RetryFor);
        while (true)
        {
            Opened? opened = null;
            try
            {
                opened = await SendAsync(query, id, cancellation).ConfigureAwait(false);
                if (!opened.HasRow)
                {
                    Demand(opened.Reader);
                }

                return opened;
            }
            catch (Exception failure) when (IsKnown(failure) && cancellation.IsCancellationRequested)
            {
                opened?.Dispose();
                _terminations.End(id);
                throw new OperationCanceledException("Nobody waits for the query any more.", failure, cancellation);
            }
            catch (Exception failure) when (IsKnown(failure))
            {
                opened?.Dispose();
                if (!MayRepeat(failure, query) || !await retries.WaitAsync(failure, cancellation).ConfigureAwait(false))
                {
                    throw Told(failure);
                }

                Interlocked.Increment(ref _repeats);
            }
        }
    }

    private async ValueTask<bool> NextAsync(ResponseReader reader, CancellationToken cancellation)
    {
        try
        {
            bool more = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            if (!more)
            {
                Demand(reader);
            }

            return more;
        }
        catch (Exception failure) when (IsKnown(failure) && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("Nobody waits for the query any more.", failure, cancellation);
        }
        catch (Exception failure) when (IsKnown(failure))
        {
            throw Told(failure);
        }
    }

    private async Task<Opened> SendAsync(Query query, Guid id, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _requests);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.Server, $"/db/{Uri.EscapeDataString(_options.Database)}/query/v2")) { Content = new RequestBody(query, id) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = _options.Credential.Header;
        HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        try
        {
            var reader = new ResponseReader(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false));
            bool row;
            try
            {
                row = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is JsonException or IOException && response.StatusCode != HttpStatusCode.Accepted)
            {
                throw new QueryApiException($"HTTP {(int)response.StatusCode}", $"The server answered {(int)response.StatusCode} {response.ReasonPhrase} and no more.");
            }

            if (response.StatusCode != HttpStatusCode.Accepted && reader.Errors.Count == 0)
            {
                throw new QueryApiException($"HTTP {(int)response.StatusCode}", $"The server answered {(int)response.StatusCode} {response.ReasonPhrase}.");
            }

            if (response.StatusCode == HttpStatusCode.InternalServerError && reader.Errors[0] is { Code: "N/A" or "Neo.DatabaseError.General.UnknownError" } inside)
            {
                throw new QueryApiException(inside.Code, inside.Said) { IsInside = true };
            }

            return new Opened(response, reader, row);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<long> TerminateAsync(Guid request)
    {
        var query = new Query(CypherFile.Named("schema/terminate"), new QueryParameters().Set("request", request.ToString("N")));
        return (await AttemptAsync(query, static _ => true, keep: false, Guid.NewGuid(), CancellationToken.None).ConfigureAwait(false)).Summary.Rows;
    }

    private static void Demand(ResponseReader reader)
    {
        if (reader.Errors.Count > 0)
        {
            throw reader.Errors[0];
        }
    }

    /// <summary>A refused connection never was a request; whatever broke later may have been carried out, which only a repeatable query lets pass.</summary>
    private static bool MayRepeat(Exception failure, Query query) => failure switch
    {
        QueryApiException said => said.IsTransient && (query.Repeatable || !(said.IsInside || said.Code.StartsWith("HTTP", StringComparison.Ordinal))),
        HttpRequestException { InnerException: System.Security.Authentication.AuthenticationException } or HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => false,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } or OperationCanceledException => true,
        HttpRequestException or IOException => query.Repeatable,
        _ => false,
    };

    /// <summary>A connection that did not come about in time is a cancellation that nobody asked for.</summary>
    private static bool IsKnown(Exception failure) => failure is QueryApiException or HttpRequestException or IOException or JsonException or OperationCanceledException;

    private Exception Told(Exception failure) => failure is QueryApiException said ? QueryFailure.Of(said, _options) ?? failure : QueryFailure.Of(failure, _options);

    private sealed record Opened(HttpResponseMessage Response, ResponseReader Reader, bool HasRow) : IDisposable
    {
        public void Dispose() => Response.Dispose();
    }
}

using System.Net;
using System.Text;
using System.Text.Json;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>A request's JSON. Its own number goes along as the parameter <c>nhiRequest</c>: by it a query that nobody waits for any more is found on the server, and the text stays the same for its plan cache.</summary>
internal sealed class RequestBody(Query query, Guid id) : HttpContent
{
    private readonly byte[] _head = Head(query);
    private readonly byte[] _tail = Encoding.UTF8.GetBytes($"{(query.Parameters.Members().Length > 1 ? "," : "")}\"nhiRequest\":\"{id:N}\"}}}}");

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) => await SerializeToStreamAsync(stream, context, CancellationToken.None).ConfigureAwait(false);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_head, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(query.Parameters.Members(), cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(_tail, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + query.Parameters.Members().Length + _tail.Length;
        return true;
    }

    private static byte[] Head(Query query)
    {
        string access = query.Access == QueryAccess.Read ? "\"READ\"" : "\"WRITE\",\"includeCounters\":true";
        return Encoding.UTF8.GetBytes($"{{\"statement\":{JsonSerializer.Serialize(query.Statement.Text, RequestJson.Default.String)},\"accessMode\":{access},\"parameters\":");
    }
}

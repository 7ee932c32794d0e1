using System.Net.Http.Json;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;

namespace NhiGraph.Benchmarks.Neo4j;

/// <summary>
/// The loop that anybody would write first: <c>UNWIND ... MERGE</c> in requests of 5,000 rows over the Query API, with a unique key. The graph alone: no history, no assertions, no facts,
/// and a crash leaves half of it.
/// </summary>
internal sealed class PlainLoop(Uri server, string database) : IDisposable
{
    internal const int Rows = 5_000;
    private const int FewRows = 500;
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Uri address = new(server, $"/db/{database}/query/v2");

    internal async Task LoadAsync(IEnumerable<GraphNode> nodes, DerivedEdge[] edges, CancellationToken cancellation)
    {
        foreach (GraphNode[] some in nodes.Chunk(Rows))
        {
            await SendAsync("nodes", new { rows = some.Select(node => new { id = node.Key, properties = new Dictionary<string, string>(node.Properties) { ["name"] = node.Name }, labels = new[] { node.Kinds.ToString() } }) }, cancellation).ConfigureAwait(false);
        }

        await MergeAsync(edges, some => SendAsync("edges", new { rows = some.Select(edge => new { from = edge.Edge.From, to = edge.Edge.To, type = edge.Edge.Kind.Text(), properties = PropertiesOf(edge.Edge) }) }, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Some edges first: planned while there is none, their MERGE would read all relationships for each row, until the server plans it anew.</summary>
    internal async Task MergeAsync(DerivedEdge[] edges, Func<DerivedEdge[], Task> send, CancellationToken cancellation)
    {
        await send(edges[..Math.Min(edges.Length, FewRows)]).ConfigureAwait(false);
        await SendAsync("replan", new { }, cancellation).ConfigureAwait(false);
        foreach (DerivedEdge[] some in edges.Skip(FewRows).Chunk(Rows))
        {
            await send(some).ConfigureAwait(false);
        }
    }

    /// <summary>The first column of the first row; 0 where there is none.</summary>
    internal Task<long> SendAsync(string statement, object parameters, CancellationToken cancellation) =>
        SendAsync(statement, writer => JsonSerializer.Serialize(writer, parameters), cancellation);

    /// <inheritdoc cref="SendAsync(string, object, CancellationToken)"/>
    internal async Task<long> SendAsync(string statement, Action<Utf8JsonWriter> parameters, CancellationToken cancellation)
    {
        using var reader = new StreamReader(typeof(PlainLoop).Assembly.GetManifestResourceStream($"plain.{statement}.cypher")!);
        string text = await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
        using var request = new ByteArrayContent(JsonText.Read(writer => Write(writer, text, parameters), static utf8 => utf8.ToArray()));
        request.Headers.ContentType = new("application/json");
        using HttpResponseMessage response = await http.PostAsync(address, request, cancellation).ConfigureAwait(false);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation).ConfigureAwait(false);
        if (answer.TryGetProperty("errors", out JsonElement errors) && errors.GetArrayLength() > 0)
        {
            throw new InvalidOperationException($"{statement}: {errors[0]}");
        }

        JsonElement rows = answer.GetProperty("data").GetProperty("values");
        return rows.GetArrayLength() > 0 ? rows[0][0].GetInt64() : 0;
    }

    public void Dispose() => http.Dispose();

    private static void Write(Utf8JsonWriter writer, string statement, Action<Utf8JsonWriter> parameters)
    {
        writer.WriteStartObject();
        writer.WriteString("statement", statement);
        writer.WritePropertyName("parameters");
        parameters(writer);
        writer.WriteEndObject();
    }

    private static Dictionary<string, object> PropertiesOf(GraphEdge edge)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { ["certainty"] = edge.Certainty.Text() };
        if (!edge.Conditions.IsEmpty)
        {
            properties["conditions"] = edge.Conditions.Select(condition => condition.Statement);
        }

        if (edge.On is { } on)
        {
            properties["effect"] = on.Effect.Text();
            properties["covers"] = on.Covers.Text();
        }

        return properties;
    }
}

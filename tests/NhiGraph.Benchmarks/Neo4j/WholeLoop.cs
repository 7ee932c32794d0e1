using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;

namespace NhiGraph.Benchmarks.Neo4j;

/// <summary>
/// The same plain loop for all that a store keeps of the estate: nodes and edges with every property of theirs, what is asserted of each node, evidence, owner and run of each. It has the two indexes
/// that it needs itself: with the store's, by which runs and owners are found, the server would read all relationships for each that it merges. A crash still leaves half of it.
/// </summary>
internal sealed class WholeLoop(PlainLoop plain)
{
    private readonly Dictionary<FactKey, long> _datasets = [];
    private readonly Dictionary<string, long> _owners = new(StringComparer.Ordinal);

    internal async Task LoadAsync(Assertion[] assertions, DerivedEdge[] edges, CancellationToken cancellation)
    {
        foreach (Assertion[] some in assertions.Chunk(PlainLoop.Rows))
        {
            await SendAsync("whole_assertions", some, Write, cancellation).ConfigureAwait(false);
            await SendAsync("whole_nodes", some, static (writer, assertion) => NodeCode.Write(writer, assertion.Node), cancellation).ConfigureAwait(false);
        }

        await plain.MergeAsync(edges, some => SendAsync("whole_edges", some, Write, cancellation), cancellation).ConfigureAwait(false);
    }

    private Task<long> SendAsync<T>(string statement, T[] rows, Action<Utf8JsonWriter, T> write, CancellationToken cancellation) => plain.SendAsync(statement, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("rows");
        foreach (T row in rows)
        {
            writer.WriteStartObject();
            write(writer, row);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }, cancellation);

    private void Write(Utf8JsonWriter writer, Assertion assertion)
    {
        writer.WriteString("node", assertion.Node.Key);
        writer.WriteNumber("dataset", DatasetOf(assertion.Fact));
        writer.WriteString("key", assertion.Fact.Key);
        writer.WriteNumber("chunk", Chunk.Of(OwnerOf(assertion.Owner), assertion.Node.Key));
        writer.WriteNumber("weight", assertion.Weight);
        writer.WriteString("content", AssertionCode.Text(assertion.Node));
    }

    private void Write(Utf8JsonWriter writer, DerivedEdge edge)
    {
        writer.WriteString("from", edge.Edge.From);
        writer.WriteString("to", edge.Edge.To);
        writer.WriteString("type", edge.Edge.Kind.Text());
        writer.WriteNumber("chunk", Chunk.Of(OwnerOf(edge.Owner), edge.Edge.Key));
        writer.WriteString("evidence", EvidenceCode.Text(edge.Alternatives, DatasetOf));
        writer.WriteStartObject("properties");
        EdgeCode.Write(writer, edge.Edge);
        writer.WriteEndObject();
    }

    private long DatasetOf(FactKey fact) => Number(_datasets, fact with { Key = "" });

    private long OwnerOf(string owner) => Number(_owners, owner);

    private static long Number<T>(Dictionary<T, long> numbers, T of) where T : notnull
    {
        if (!numbers.TryGetValue(of, out long number))
        {
            numbers[of] = number = numbers.Count + 1;
        }

        return number;
    }
}

using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>Opens and closes facts, assertions, nodes and join terms; what is open already with equal content the statements leave as it is.</summary>
internal sealed class RowWriter(Numbers numbers, Fence fence, OpenDigests digests)
{
    internal async Task WriteAsync(RunChanges changes, CancellationToken cancellation)
    {
        await fence.SendAsync("load/close_facts", changes.FactsRemoved, WriteKey, cancellation).ConfigureAwait(false);
        await fence.SendAsync("load/close_assertions", changes.AssertionsRemoved, (writer, key) => WriteAssertion(writer, key, null), cancellation).ConfigureAwait(false);
        await fence.SendAsync("load/end_nodes", changes.NodesRemoved, static (writer, key) => writer.WriteStringValue(key), cancellation).ConfigureAwait(false);
        await fence.SendAsync("load/close_terms", changes.TermsRemoved, WriteTerm, cancellation).ConfigureAwait(false);
        await fence.SendAsync("load/put_facts", changes.Facts, WriteFact, cancellation).ConfigureAwait(false);
        Changed<Assertion> assertions = await digests.ChangedAsync(changes.Assertions, cancellation).ConfigureAwait(false);
        await fence.SendPackedAsync("load/create_assertions", assertions.New, NewAssertions.SizeOf, (parameters, some, _) => NewAssertions.Set(parameters, some, numbers), cancellation).ConfigureAwait(false);
        await fence.SendAsync("load/put_assertions", assertions.Other, (writer, assertion) => WriteAssertion(writer, assertion.Id, assertion), cancellation).ConfigureAwait(false);
        Changed<GraphNode> nodes = await digests.ChangedAsync(changes.Nodes, cancellation).ConfigureAwait(false);
        await fence.SendPackedAsync("load/create_nodes", nodes.New, NewNodes.SizeOf, static (parameters, some, _) => NewNodes.Set(parameters, some), cancellation).ConfigureAwait(false);
        await fence.SendAsync("load/put_nodes", nodes.Other, WriteNode, cancellation).ConfigureAwait(false);
        await fence.SendAsync("load/put_terms", changes.Terms, WriteTerm, cancellation).ConfigureAwait(false);
    }

    private static void WriteNode(Utf8JsonWriter writer, GraphNode node)
    {
        writer.WriteStartObject();
        NodeCode.Write(writer, node);
        writer.WriteEndObject();
    }

    private static void WriteTerm(Utf8JsonWriter writer, JoinTerm term)
    {
        writer.WriteStartObject();
        writer.WriteString("o", term.Scope);
        writer.WriteNumber("e", (int)term.Side);
        writer.WriteString("j", term.JoinKey);
        writer.WriteString("c", term.Content);
        writer.WriteEndObject();
    }

    private void WriteKey(Utf8JsonWriter writer, FactKey key)
    {
        writer.WriteStartObject();
        writer.WriteNumber("d", numbers.Dataset(key));
        writer.WriteString("k", key.Key);
        writer.WriteEndObject();
    }

    private void WriteFact(Utf8JsonWriter writer, Fact fact)
    {
        long dataset = numbers.Dataset(fact.Id);
        writer.WriteStartObject();
        writer.WriteNumber("d", dataset);
        writer.WriteString("k", fact.Id.Key);
        writer.WriteString("c", fact.Content);
        writer.WriteString("l", fact.Locator);
        writer.WriteNumber("h", Chunk.Of(dataset, fact.Id.Key));
        writer.WriteEndObject();
    }

    private void WriteAssertion(Utf8JsonWriter writer, AssertionKey key, Assertion? assertion)
    {
        writer.WriteStartObject();
        writer.WriteString("n", key.Node);
        writer.WriteNumber("d", numbers.Dataset(key.Fact));
        writer.WriteString("k", key.Fact.Key);
        writer.WriteNumber("h", Chunk.Of(numbers.Owner(key.Owner), key.Node));
        if (assertion is not null)
        {
            writer.WriteNumber("w", assertion.Weight);
            writer.WriteString("c", AssertionCode.Text(assertion.Node));
        }

        writer.WriteEndObject();
    }
}

using System.Runtime.InteropServices;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Benchmarks.Estates;

/// <summary>An estate as columns, ready for the builder's fast path. The same size and seed always make the same one: its checksum says so.</summary>
internal sealed class GeneratedEstate
{
    private readonly HashSet<(int From, int To, EdgeKind Kind)> seen;
    private (int Nodes, int Edges)? measured;

    internal GeneratedEstate(EstateSize size, EstateNodes nodes)
    {
        Size = size;
        Nodes = nodes;
        seen = new(size.Edges);
        Edges.Reserve(size.Edges);
    }

    internal EstateSize Size { get; }

    internal EstateNodes Nodes { get; }

    internal EdgeList Edges { get; } = new();

    internal List<EdgeDetails> Details { get; } = [EdgeDetails.None];

    /// <summary>Adds an edge unless there is one like it.</summary>
    internal void Add(int from, int to, EdgeKind kind, Certainty certainty, int details)
    {
        if (from >= 0 && to >= 0 && from != to && seen.Add((from, to, kind)))
        {
            Edges.Add(from, to, kind, EdgeFlags.Pack(kind, certainty, Details[details]), details);
        }
    }

    /// <summary>What comes from here on is no part of the checksum: so that an estate with people has that of the same estate without.</summary>
    internal void EndMeasured() => measured = (Nodes.Keys.Count, Edges.Count);

    internal ulong Checksum()
    {
        (int nodes, int edges) = measured ?? (Nodes.Keys.Count, Edges.Count);
        ulong hash = Hash64.Of(MemoryMarshal.AsBytes(Edges.Tails.AsSpan(0, edges)));
        hash = Hash64.Of(MemoryMarshal.AsBytes(Edges.Heads.AsSpan(0, edges)), hash);
        hash = Hash64.Of(Edges.Kinds.AsSpan(0, edges), hash);
        hash = Hash64.Of(Edges.Flags.AsSpan(0, edges), hash);
        foreach (string key in Nodes.Keys.Take(nodes))
        {
            hash = Hash64.Of(MemoryMarshal.AsBytes(key.AsSpan()), hash);
        }

        return hash;
    }

    internal AccessGraph Build()
    {
        var builder = new AccessGraphBuilder();
        for (int node = 0; node < Nodes.Keys.Count; node++)
        {
            builder.AddNode(Nodes.Keys[node], Nodes.Columns[node]);
        }

        int[] details = [.. Details.Select(builder.AddDetails)];
        builder.ReserveEdges(Edges.Count);
        for (int edge = 0; edge < Edges.Count; edge++)
        {
            builder.AddEdge(Edges.Tails[edge], Edges.Heads[edge], (EdgeKind)Edges.Kinds[edge], EdgeFlags.CertaintyOf(Edges.Flags[edge]), details[Edges.Details[edge]]);
        }

        return builder.Build(Size.Name);
    }
}

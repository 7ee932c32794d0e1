using System.Buffers.Binary;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Tests.Estates;

namespace NhiGraph.Graph.Tests.Csr;

public sealed class SnapshotTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameGraph()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            RandomEstate estate = RandomEstate.Make(seed);
            AccessGraph graph = estate.Build();

            AccessGraph read = AccessGraph.Read(new MemoryStream(Bytes(graph)));

            Assert.Equal(graph.Version, read.Version);
            Assert.Equal(Describe(graph), Describe(read));
        }
    }

    [Fact]
    public void Write_SameContentInAnyOrder_GivesTheSameBytes()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            RandomEstate estate = RandomEstate.Make(seed);

            Assert.Equal(Bytes(estate.Build()), Bytes(estate.Build()));
        }
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefused()
    {
        byte[] bytes = Bytes(RandomEstate.Make(11).Build());
        for (int at = 0; at < bytes.Length; at++)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= (byte)(1 << at % 8);

            Assert.Throws<SnapshotException>(() => AccessGraph.Read(new MemoryStream(changed)));
        }
    }

    [Fact]
    public void Read_TornAnywhere_IsRefusedAsTorn()
    {
        byte[] bytes = Bytes(RandomEstate.Make(11).Build());
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Equal(SnapshotRefusal.Torn, Assert.Throws<SnapshotException>(() => AccessGraph.Read(new MemoryStream(bytes, 0, length))).Refusal);
        }
    }

    [Fact]
    public void Read_OtherFormat_IsRefusedAsSuch()
    {
        byte[] bytes = Bytes(RandomEstate.Make(11).Build());
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 999);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(32), Hash64.Of(bytes.AsSpan(0, 32)));

        Assert.Equal(SnapshotRefusal.OtherFormat, Assert.Throws<SnapshotException>(() => AccessGraph.Read(new MemoryStream(bytes))).Refusal);
    }

    [Fact]
    public void Read_SomethingElse_IsRefusedAsSuch() =>
        Assert.Equal(SnapshotRefusal.NotASnapshot, Assert.Throws<SnapshotException>(() => AccessGraph.Read(new MemoryStream(new byte[100]))).Refusal);

    [Fact]
    public void Read_FromTheMiddleOfAStream_LeavesTheRest()
    {
        using var stream = new MemoryStream();
        stream.WriteByte(1);
        RandomEstate.Make(11).Build().Write(stream);
        stream.WriteByte(2);
        stream.Position = 1;

        AccessGraph.Read(stream);

        Assert.Equal(2, stream.ReadByte());
    }

    private static byte[] Bytes(AccessGraph graph)
    {
        using var stream = new MemoryStream();
        graph.Write(stream);
        return stream.ToArray();
    }

    private static IEnumerable<object?> Describe(AccessGraph graph) =>
    [
        .. Enumerable.Range(0, graph.NodeCount).Select(node => (object?)(graph.KeyOf(node), graph.KindsOf(node), graph.SensitivityOf(node), graph.TraitsOf(node),
            graph.HasCapability(node) ? graph.CapabilityOf(node) : (Capability?)null, graph.ParentOf(node), (graph.ScopeOf(node), graph.EnvironmentOf(node), graph.ResourceTypeOf(node), graph.FactsOf(node),
            string.Join(' ', Enum.GetValues<NodeDate>().Select(date => graph.DateOf(node, date)))))),
        .. Enumerable.Range(0, graph.EdgeCount).Select(edge => (object?)(graph.EdgeAt(edge), graph.DetailsOf(edge))),
        .. graph.Conflicts.Select(conflict => (object?)conflict),
    ];
}

namespace NhiGraph.Graph.Csr;

/// <summary>All that a graph is; the rest of <see cref="AccessGraph"/> is computed from it. What a snapshot holds.</summary>
internal sealed class GraphContent
{
    internal const byte NoCapability = 31;

    internal required string Version { get; init; }

    internal required KeySlab Keys { get; init; }

    internal required ushort[] Kinds { get; init; }

    internal required byte[] Sensitivity { get; init; }

    internal required byte[] Traits { get; init; }

    /// <summary>The number of the capability, or <see cref="NoCapability"/>.</summary>
    internal required byte[] Capabilities { get; init; }

    internal required byte[] ResourceTypes { get; init; }

    /// <summary><see cref="Model.NodeFacts"/>.</summary>
    internal required uint[] Facts { get; init; }

    /// <summary>By <see cref="Model.NodeDate"/>.</summary>
    internal required DateColumn[] Dates { get; init; }

    /// <summary>Indices into <see cref="Texts"/>.</summary>
    internal required int[] Scopes { get; init; }

    internal required int[] Environments { get; init; }

    /// <summary>Scopes and environments, once each; the first stands for none.</summary>
    internal required string?[] Texts { get; init; }

    /// <summary>Edge ids by node, per block; each block begins where the one before ends.</summary>
    internal required int[][] Offsets { get; init; }

    internal required int[] Heads { get; init; }

    internal required byte[] Flags { get; init; }

    /// <summary>Edges that have details, ascending, and which of <see cref="Details"/>.</summary>
    internal required int[] DetailedEdges { get; init; }

    internal required int[] DetailIds { get; init; }

    internal required EdgeDetails[] Details { get; init; }

    internal EdgeDetails DetailsOf(int edge)
    {
        int at = Array.BinarySearch(DetailedEdges, edge);
        return at < 0 ? EdgeDetails.None : Details[DetailIds[at]];
    }
}

using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>Options as a table over the flag byte of a walked edge, so that the walk asks one load an edge. Only edges with dates look further.</summary>
internal sealed class EdgeFilter
{
    /// <summary>Set in <see cref="Levels"/> when the edge's dates decide.</summary>
    internal const byte AskDates = 0x80;

    private readonly GraphContent content;
    private long at;

    internal EdgeFilter(GraphContent content) => this.content = content;

    /// <summary>By flag byte: 0 when the edge is not walked, else its certainty under the options plus one, with <see cref="AskDates"/>.</summary>
    internal byte[] Levels { get; } = new byte[256];

    /// <summary>The weakest certainty that is walked, as a number.</summary>
    internal int Floor { get; private set; }

    internal void Use(TraversalOptions options, Certainty floor)
    {
        at = options.At;
        Floor = (int)floor;
        for (int flags = 0; flags < Levels.Length; flags++)
        {
            EdgeKind kind = EdgeBlock.KindOf(EdgeBlock.Walked, (byte)flags);
            Certainty certainty = EdgeFlags.Effective((byte)flags, options.Strict);
            bool walked = certainty >= floor && (kind < EdgeKind.ExposedTo || (kind == EdgeKind.ExposedTo && options.IncludeExposedTo));
            bool asks = EdgeFlags.IsDated((byte)flags) && !options.IncludeInactive;
            Levels[flags] = (byte)(walked ? (int)certainty + 1 | (asks ? AskDates : 0) : 0);
        }
    }

    /// <summary>Whether an edge with dates works at the time asked. O(log E).</summary>
    internal bool HoldsAt(int edge) => content.DetailsOf(edge).Validity.InactiveAt(at) == InactiveReason.None;

    internal bool Walks(int edge) => Walks(content.Flags[edge], edge);

    /// <summary>Where the flags are at hand.</summary>
    internal bool Walks(byte flags, int edge)
    {
        byte level = Levels[flags];
        return level != 0 && (level < AskDates || HoldsAt(edge));
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NhiGraph.Graph.Reach;

/// <summary>Asks for memory before it is needed: a walk over a large graph waits for memory more than it computes.</summary>
internal static class Prefetch
{
    /// <summary>How many nodes ahead of a walk to ask: halves the time of a closure of 400,000 nodes (benchmark <c>reach flat</c>).</summary>
    internal const int Ahead = 16;

    /// <summary>A hint: it reads nothing, and does nothing where the processor has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Of<T>(ref readonly T place) where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
        }
    }
}

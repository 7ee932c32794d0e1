using System.Runtime.CompilerServices;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>How many resources of a sort stand before each preorder position, so that a range is counted by one subtraction.</summary>
internal sealed class ResourceSums
{
    private ResourceSums(int positions)
    {
        Counted = LargeArray.Of<int>(positions + 1);
        Sensitive = LargeArray.Of<int>(positions + 1);
        Containers = LargeArray.Of<int>(positions + 1);
        Targets = LargeArray.Of<int>(positions + 1);
    }

    /// <summary>Hold data or run code.</summary>
    internal int[] Counted { get; }

    /// <summary>Counted, and confidential or more.</summary>
    internal int[] Sensitive { get; }

    internal int[] Containers { get; }

    /// <summary>All but containers.</summary>
    internal int[] Targets { get; }

    /// <summary>The same as bits.</summary>
    internal ulong[] CountedBits { get; private set; } = [];

    internal ulong[] SensitiveBits { get; private set; } = [];

    internal ulong[] ContainerBits { get; private set; } = [];

    internal static bool IsCounted(ResourceTraits traits) => traits is ResourceTraits.HoldsData or ResourceTraits.RunsCode;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static ResourceSums Of(GraphContent content, ContainmentTree tree)
    {
        var sums = new ResourceSums(tree.Nodes.Length);
        for (int position = 0; position < tree.Nodes.Length; position++)
        {
            int node = tree.Nodes[position];
            var traits = (ResourceTraits)content.Traits[node];
            bool counted = IsCounted(traits);
            sums.Counted[position + 1] = sums.Counted[position] + (counted ? 1 : 0);
            sums.Sensitive[position + 1] = sums.Sensitive[position] + (counted && content.Sensitivity[node] >= (byte)Sensitivity.Confidential ? 1 : 0);
            sums.Containers[position + 1] = sums.Containers[position] + (traits == ResourceTraits.Container ? 1 : 0);
            sums.Targets[position + 1] = position + 1 - sums.Containers[position + 1];
        }

        sums.CountedBits = BitsOf(sums.Counted);
        sums.SensitiveBits = BitsOf(sums.Sensitive);
        sums.ContainerBits = BitsOf(sums.Containers);
        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong[] BitsOf(int[] sums)
    {
        var bits = new ulong[(sums.Length + 62) / 64];
        for (int position = 0; position + 1 < sums.Length; position++)
        {
            bits[position >> 6] |= (ulong)(sums[position + 1] - sums[position]) << position;
        }

        return bits;
    }
}

using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>Nodes in the order they came, as columns.</summary>
internal sealed class NodeList
{
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private byte[] bytes = new byte[1024];
    private int length;

    internal List<int> Ends { get; } = [];

    internal List<NodeKinds> Kinds { get; } = [];

    internal List<byte> Sensitivity { get; } = [];

    internal List<byte> Traits { get; } = [];

    internal List<byte> Capabilities { get; } = [];

    internal List<int> Scopes { get; } = [];

    internal List<int> Environments { get; } = [];

    internal List<byte> ResourceTypes { get; } = [];

    internal List<uint> Facts { get; } = [];

    /// <summary>By <see cref="NodeDate"/>: which nodes have the date, and which it is.</summary>
    internal List<(int Node, long Seconds)>[] Dates { get; } = [.. Enumerable.Range(0, NodeDates.Count).Select(_ => new List<(int Node, long Seconds)>())];

    internal List<string?> Texts { get; } = [null];

    internal int Count => Ends.Count;

    internal ReadOnlySpan<byte> KeyAt(int node)
    {
        int start = node == 0 ? 0 : Ends[node - 1];
        return bytes.AsSpan(start, Ends[node] - start);
    }

    internal int Add(ReadOnlySpan<byte> key, NodeColumns columns)
    {
        if (length + key.Length > bytes.Length)
        {
            Array.Resize(ref bytes, checked((int)Math.Min(Math.Max(bytes.LongLength * 2, length + key.Length), Array.MaxLength)));
        }

        key.CopyTo(bytes.AsSpan(length));
        length += key.Length;
        Ends.Add(length);
        Kinds.Add(columns.Kinds);
        Sensitivity.Add((byte)columns.Sensitivity);
        Traits.Add((byte)columns.Traits);
        Capabilities.Add(columns.Capability is { } capability ? (byte)capability : GraphContent.NoCapability);
        Scopes.Add(Intern(columns.Scope));
        Environments.Add(Intern(columns.Environment));
        ResourceTypes.Add((byte)columns.ResourceType);
        Facts.Add(columns.Facts.Bits);
        for (int date = 0; date < NodeDates.Count; date++)
        {
            if (columns.Dates[(NodeDate)date] is { } seconds)
            {
                Dates[date].Add((Count - 1, seconds));
            }
        }

        return Count - 1;
    }

    /// <summary>Which node comes at each place in key order.</summary>
    internal int[] Order()
    {
        var order = new int[Count];
        bool sorted = true;
        for (int node = 0; node < order.Length; node++)
        {
            order[node] = node;
            sorted &= node == 0 || KeySlab.CompareOrdinal(KeyAt(node - 1), KeyAt(node)) < 0;
        }

        if (!sorted)
        {
            Array.Sort(order, (left, right) => KeySlab.CompareOrdinal(KeyAt(left), KeyAt(right)));
        }

        return order;
    }

    internal KeySlab Keys(int[] order)
    {
        var sorted = new byte[length];
        var offsets = new int[order.Length + 1];
        for (int node = 0; node < order.Length; node++)
        {
            ReadOnlySpan<byte> key = KeyAt(order[node]);
            key.CopyTo(sorted.AsSpan(offsets[node]));
            offsets[node + 1] = offsets[node] + key.Length;
        }

        return new KeySlab(sorted, offsets);
    }

    private int Intern(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        if (!texts.TryGetValue(text, out int index))
        {
            index = Texts.Count;
            Texts.Add(text);
            texts.Add(text, index);
        }

        return index;
    }
}

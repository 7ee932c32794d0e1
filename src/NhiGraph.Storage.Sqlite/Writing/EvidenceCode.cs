using System.Buffers;
using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Sqlite.Reading;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>
/// An edge's justification as bytes: the number of alternatives, then for each the number of supports, then for each support 0 and a fact or 1 and an edge
/// (kind, from, to, qualifier), the statement and the locator plus one (0: none). All are LEB128 numbers; texts and keys are interned, so that equal
/// justifications are equal bytes and a usual one takes some ten.
/// </summary>
internal static class EvidenceCode
{
    internal static void Write(ImmutableArray<ImmutableArray<Support>> alternatives, Interning interning, ArrayBufferWriter<byte> to)
    {
        Write(to, alternatives.Length);
        foreach (ImmutableArray<Support> supports in alternatives)
        {
            Write(to, supports.Length);
            foreach (Support support in supports)
            {
                Write(support, interning, to);
            }
        }
    }

    internal static ImmutableArray<ImmutableArray<Support>> Read(ReadOnlySpan<byte> from, StoredNames names)
    {
        var alternatives = ImmutableArray.CreateBuilder<ImmutableArray<Support>>((int)Read(ref from));
        for (int alternative = 0; alternative < alternatives.Capacity; alternative++)
        {
            var supports = ImmutableArray.CreateBuilder<Support>((int)Read(ref from));
            for (int support = 0; support < supports.Capacity; support++)
            {
                supports.Add(ReadSupport(ref from, names));
            }

            alternatives.Add(supports.MoveToImmutable());
        }

        return alternatives.MoveToImmutable();
    }

    private static void Write(Support support, Interning interning, ArrayBufferWriter<byte> to)
    {
        if (support.Fact is { } fact)
        {
            Write(to, 0);
            Write(to, interning.Fact(fact));
        }
        else if (support.Edge is { } edge)
        {
            Write(to, 1);
            Write(to, (long)edge.Kind);
            Write(to, interning.Node(edge.From));
            Write(to, interning.Node(edge.To));
            Write(to, interning.Text(edge.Qualifier));
        }
        else
        {
            throw new ArgumentException("A support is a fact or another edge; this one is neither.", nameof(support));
        }

        Write(to, interning.Text(support.Statement));
        Write(to, support.Locator is null ? 0 : interning.Text(support.Locator) + 1);
    }

    private static Support ReadSupport(ref ReadOnlySpan<byte> from, StoredNames names)
    {
        FactKey? fact = null;
        EdgeKey? edge = null;
        if (Read(ref from) == 0)
        {
            fact = names.Fact(Read(ref from));
        }
        else
        {
            edge = new EdgeKey((EdgeKind)Read(ref from), names.Node(Read(ref from)), names.Node(Read(ref from)), names.Text(Read(ref from)));
        }

        string statement = names.Text(Read(ref from));
        long locator = Read(ref from);
        return new Support(fact, edge, statement, locator == 0 ? null : names.Text(locator - 1));
    }

    private static void Write(ArrayBufferWriter<byte> to, long number)
    {
        Span<byte> bytes = to.GetSpan(10);
        int length = 0;
        for (ulong rest = (ulong)number; ; rest >>= 7)
        {
            bytes[length++] = (byte)(rest < 0x80 ? rest : (rest & 0x7F) | 0x80);
            if (rest < 0x80)
            {
                to.Advance(length);
                return;
            }
        }
    }

    private static long Read(ref ReadOnlySpan<byte> from)
    {
        ulong number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = from[0];
            from = from[1..];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)number;
            }
        }
    }
}

using System.Globalization;
using System.Numerics;
using System.Text;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// A set of actions, or of resource types, as bits by their place in the action table. Only the words between the first and the last member are kept: actions of a service stand together,
/// so a usual statement takes a word or two. Immutable; equal sets are equal.
/// </summary>
internal sealed class IndexSet : IEquatable<IndexSet>
{
    private readonly int offset;
    private readonly ulong[] words;

    private IndexSet(int offset, ulong[] words)
    {
        this.offset = offset;
        this.words = words;
    }

    internal static IndexSet Empty { get; } = new(0, []);

    internal bool IsEmpty => words.Length == 0;

    internal int Count => words.Sum(BitOperations.PopCount);

    internal static IndexSet Of(IEnumerable<int> members)
    {
        int[] sorted = [.. members.Order()];
        if (sorted.Length == 0)
        {
            return Empty;
        }

        int first = sorted[0] >> 6;
        var words = new ulong[(sorted[^1] >> 6) - first + 1];
        foreach (int member in sorted)
        {
            words[(member >> 6) - first] |= 1ul << (member & 63);
        }

        return new(first, words);
    }

    /// <summary>Members as runs, e.g. <c>3-7,12</c>.</summary>
    internal string Runs
    {
        get
        {
            var text = new StringBuilder();
            int first = -2, last = -2;
            foreach (int member in Members().Append(int.MaxValue))
            {
                if (member != last + 1)
                {
                    _ = first < 0 ? text : text.Append(text.Length == 0 ? "" : ",").Append(first).Append(last == first ? "" : $"-{last}");
                    first = member;
                }

                last = member;
            }

            return text.ToString();
        }
    }

    /// <summary>What <see cref="Runs"/> wrote.</summary>
    internal static IndexSet OfRuns(string text) => Of(text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(run => run.Split('-')).SelectMany(ends =>
    {
        int first = int.Parse(ends[0], CultureInfo.InvariantCulture);
        return Enumerable.Range(first, int.Parse(ends[^1], CultureInfo.InvariantCulture) - first + 1);
    }));

    internal bool Contains(int member)
    {
        int word = (member >> 6) - offset;
        return (uint)word < (uint)words.Length && (words[word] & (1ul << (member & 63))) != 0;
    }

    internal IndexSet Or(IndexSet other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return IsEmpty ? other : this;
        }

        int first = Math.Min(offset, other.offset);
        return Make(first, Math.Max(offset + words.Length, other.offset + other.words.Length), i => Word(i) | other.Word(i));
    }

    internal IndexSet And(IndexSet other)
    {
        int first = Math.Max(offset, other.offset);
        int end = Math.Min(offset + words.Length, other.offset + other.words.Length);
        return first >= end ? Empty : Make(first, end, i => Word(i) & other.Word(i));
    }

    internal IndexSet Except(IndexSet other) => Intersects(other) ? Make(offset, offset + words.Length, i => Word(i) & ~other.Word(i)) : this;

    internal bool Intersects(IndexSet other)
    {
        int end = Math.Min(offset + words.Length, other.offset + other.words.Length);
        for (int i = Math.Max(offset, other.offset); i < end; i++)
        {
            if ((Word(i) & other.Word(i)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every member of the other is a member of this.</summary>
    internal bool Includes(IndexSet other) => other.Except(this).IsEmpty;

    internal IEnumerable<int> Members()
    {
        for (int i = 0; i < words.Length; i++)
        {
            for (ulong rest = words[i]; rest != 0; rest &= rest - 1)
            {
                yield return ((offset + i) << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    public bool Equals(IndexSet? other) => other is not null && offset == other.offset && words.AsSpan().SequenceEqual(other.words);

    public override bool Equals(object? obj) => Equals(obj as IndexSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(offset);
        foreach (ulong word in words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }

    private static IndexSet Make(int first, int end, Func<int, ulong> word)
    {
        while (first < end && word(first) == 0)
        {
            first++;
        }

        while (end > first && word(end - 1) == 0)
        {
            end--;
        }

        if (first == end)
        {
            return Empty;
        }

        var words = new ulong[end - first];
        for (int i = first; i < end; i++)
        {
            words[i - first] = word(i);
        }

        return new(first, words);
    }

    private ulong Word(int index)
    {
        int word = index - offset;
        return (uint)word < (uint)words.Length ? words[word] : 0;
    }
}

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>What an actor can do by account: which parts of which rules. Immutable, and shared by all actors for whom it is the same.</summary>
/// <param name="Scopes">Numbers of accounts, ascending; <see cref="Anywhere"/> stands for the estate and keeps only what was reported.</param>
/// <param name="Bits">As <see cref="RuleBits"/> lays them out, by account.</param>
/// <param name="Everywhere">What it can do over all accounts together, those aside that it administers.</param>
/// <param name="Settled">Nothing new is to be reported for whoever has exactly this.</param>
internal sealed record ScopeMask(int[] Scopes, ulong[] Bits, ulong Everywhere, bool Settled)
{
    internal const int Anywhere = -1;

    /// <summary>The component that last gathered it: so that one gathers each mask once.</summary>
    internal int GatheredBy { get; set; } = -1;

    /// <summary>What is the same whoever it was made for. A hub or group that covers a rule is not settled; whoever acts by it is, once it is reported.</summary>
    public bool Equals(ScopeMask? other) => other is not null && Scopes.AsSpan().SequenceEqual(other.Scopes) && Bits.AsSpan().SequenceEqual(other.Bits);

    public override int GetHashCode()
    {
        ulong hash = (ulong)Scopes.Length;
        for (int i = 0; i < Scopes.Length; i++)
        {
            hash = (hash ^ (uint)Scopes[i]) * 0x9E3779B97F4A7C15 + Bits[i];
        }

        return (int)(hash ^ hash >> 32);
    }

    /// <summary>Whether all of another is in this. O(entries of both).</summary>
    internal bool Includes(ScopeMask other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        int at = 0;
        for (int i = 0; i < other.Scopes.Length; i++)
        {
            while (at < Scopes.Length && Scopes[at] < other.Scopes[i])
            {
                at++;
            }

            if (at == Scopes.Length || Scopes[at] != other.Scopes[i] || (other.Bits[i] & ~Bits[at]) != 0)
            {
                return false;
            }
        }

        return true;
    }
}

using NhiGraph.Loaders.Aws.Live.Api;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Tells when to leave off asking the same of one thing after the other.</summary>
internal sealed class Refusals
{
    /// <summary>So many and not one answer, and asking on would only be more of them.</summary>
    private const int Most = 5;

    private int refused;
    private bool answered;

    /// <summary>Whether nothing is asked after these. What goes wrong with one for good, and not for lack of a right to it, goes wrong with the next one too.</summary>
    internal bool EndWith(params ReadOnlySpan<PageChain> chains)
    {
        bool end = false;
        foreach (PageChain chain in chains)
        {
            answered |= chain.Broken is null;
            bool refusal = chain.Fault is ApiFault.Denied or ApiFault.Other;
            refused += refusal ? 1 : 0;
            end |= chain.Broken is not null && !refusal && chain.Fault != ApiFault.Gone;
        }

        return end || (refused >= Most && !answered);
    }
}

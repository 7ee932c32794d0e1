using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Components;

/// <summary>
/// What every node reaches, exactly and all at once: how many sensitive resources, which capabilities, and whether any resource at all. As a blast radius counts them, a node itself left out.
/// No search a node: sets go up the components, 512 resources at a time.
/// </summary>
public sealed class ReachOfAll
{
    private readonly Condensation condensation;
    private readonly int[] sensitive;
    private readonly uint[] capabilities;
    private readonly int[] firsts;
    private readonly int[] lasts;
    private readonly HashSet<int> sensitiveToThemselves;

    private ReachOfAll(Condensation condensation, int blockWords)
    {
        this.condensation = condensation;
        capabilities = new uint[condensation.Count];
        firsts = new int[condensation.Count];
        lasts = new int[condensation.Count];
        Array.Fill(firsts, int.MaxValue);
        Array.Fill(lasts, -1);
        HubRanges hubs = HubRanges.Of(condensation);
        Spread(hubs);
        (sensitive, sensitiveToThemselves) = SensitiveCounts.Of(condensation, hubs, blockWords);
    }

    public static ReachOfAll Of(Condensation condensation) => condensation.Reach;

    /// <summary>Tests make blocks small, so that small graphs have many.</summary>
    internal static ReachOfAll Of(Condensation condensation, int blockWords) => new(condensation, blockWords);

    /// <summary>How many resources that hold data or run code and are confidential or more the node possibly reaches.</summary>
    public int SensitiveOf(int node) => sensitive[condensation.ComponentOf(node)] - (sensitiveToThemselves.Contains(node) ? 1 : 0);

    /// <summary>The capabilities of the entitlements it reaches that cover a resource, itself included.</summary>
    public CapabilitySet CapabilitiesOf(int node) => new(capabilities[condensation.ComponentOf(node)]);

    /// <summary>Whether it reaches a resource of any sort, or administers a container.</summary>
    public bool ReachesResources(int node)
    {
        int component = condensation.ComponentOf(node);
        int own = condensation.Graph.Tree.Positions[node];
        return lasts[component] >= 0 && (firsts[component] != lasts[component] || firsts[component] != own);
    }

    /// <summary>Capabilities and the outermost resources go up from what is reached to what reaches it.</summary>
    private void Spread(HubRanges hubs)
    {
        ResourceSums sums = condensation.Graph.Sums;
        for (int hub = 0; hub < hubs.Count; hub++)
        {
            int component = condensation.ComponentOf(hubs.HubAt(hub));
            Capability capability = condensation.Graph.CapabilityOf(hubs.HubAt(hub));
            foreach (PositionRange range in hubs.RangesAt(hub))
            {
                Reach(component, capability, range, sums.Targets);
                if (capability == Capability.Administer)
                {
                    Reach(component, capability, range, sums.Containers);
                }
            }
        }

        for (int component = 0; component < condensation.Count; component++)
        {
            foreach (int reached in condensation.SuccessorsOf(component))
            {
                capabilities[component] |= capabilities[reached];
                firsts[component] = Math.Min(firsts[component], firsts[reached]);
                lasts[component] = Math.Max(lasts[component], lasts[reached]);
            }
        }
    }

    /// <param name="of">How many resources that count stand before each position.</param>
    private void Reach(int component, Capability capability, PositionRange range, int[] of)
    {
        if (of[range.Start] == of[range.End])
        {
            return;
        }

        capabilities[component] |= 1u << (int)capability;
        firsts[component] = Math.Min(firsts[component], First(of, range));
        lasts[component] = Math.Max(lasts[component], Last(of, range));
    }

    private static int First(int[] of, PositionRange range)
    {
        int position = range.Start;
        while (of[position + 1] == of[position])
        {
            position++;
        }

        return position;
    }

    private static int Last(int[] of, PositionRange range)
    {
        int position = range.End - 1;
        while (of[position + 1] == of[position])
        {
            position--;
        }

        return position;
    }
}

namespace NhiGraph.Graph.Csr;

/// <summary>Where shares of a list put what they have when they work side by side, so that what stands in a region keeps the order of the list.</summary>
internal static class SharePlaces
{
    /// <summary>More than there are cores on small machines, so that one that falls behind keeps nobody waiting for long.</summary>
    internal const int Shares = 8;

    /// <summary>Turns each share's counts by region into where its part of the region begins, and tells where each region begins and the last one ends.</summary>
    internal static int[] Of(int[][] counts)
    {
        int regions = counts[0].Length;
        var starts = new int[regions + 1];
        int place = 0;
        for (int region = 0; region < regions; region++)
        {
            starts[region] = place;
            foreach (int[] share in counts)
            {
                int count = share[region];
                share[region] = place;
                place += count;
            }
        }

        starts[regions] = place;
        return starts;
    }
}

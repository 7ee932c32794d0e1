namespace NhiGraph.Graph.Tests.Estates;

/// <summary>How many random cases a suite runs: the short form, or ten times as many with NHIGRAPH_LONG set.</summary>
internal static class CaseCount
{
    internal static int Of(int small) => Suite.Long ? small * 10 : small;

    /// <summary>Runs every seed and tells how many there were.</summary>
    internal static void Run(string suite, int small, Action<int> check)
    {
        int count = Of(small);
        Parallel.For(0, count, seed =>
        {
            try
            {
                check(seed);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed} fails.", failure);
            }
        });
        Suite.Ran(suite, count, "random graphs");
    }
}

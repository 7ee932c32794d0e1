using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Judgements;

/// <summary>How many random estates a suite judges: 10,000 in the long form.</summary>
internal static class JudgementCases
{
    internal static readonly int Count = Suite.Long ? 10_000 : 800;

    /// <summary>Judges every estate; <paramref name="judge"/> tells what it found.</summary>
    internal static void Run(string suite, int atLeast, Func<int, int> judge)
    {
        int found = 0;
        Parallel.For(0, Count, seed =>
        {
            try
            {
                Interlocked.Add(ref found, judge(seed));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed} fails.", failure);
            }
        });
        Suite.Ran(suite, Count, $"{found} found");
        Assert.True(found >= atLeast * (Count / 800), $"Only {found} found in {Count} estates.");
    }
}

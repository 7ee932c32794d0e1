using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Judgements;

/// <summary>How many random estates a suite judges: 10,000 in the long form.</summary>
internal static class JudgementCases
{
    internal static readonly int Count = Environment.GetEnvironmentVariable("NHIGRAPH_LONG") is null ? 800 : 10_000;

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
        CasesRan.Tell(suite, Count, $"{found} found");
        Assert.True(found >= atLeast * (Count / 800), $"Only {found} found in {Count} estates.");
    }
}

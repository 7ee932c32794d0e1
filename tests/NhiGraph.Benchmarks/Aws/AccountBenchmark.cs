using System.Collections.Immutable;
using System.Diagnostics;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Benchmarks.Aws;

/// <summary>What an account of AWS takes to read and derive, by its number of roles: three policies each, one in two hundred an administrator, one in ten applications with a user. Each size in turn in one process; the peak is that of the process so far.</summary>
internal static class AccountBenchmark
{
    private static readonly int[] Sizes = [500, 5_000, 20_000];

    internal static async Task<int> RunAsync(bool small, CancellationToken stop)
    {
        Console.WriteLine(Machine.Line());
        foreach (int roles in small ? Sizes[..1] : Sizes)
        {
            byte[] bytes = GeneratedAccount.AuthorizationDetails(roles, seed: 1);
            GC.Collect();
            long began = Stopwatch.GetTimestamp();
            SourceReading reading = await AwsExport.ReadAsync(new([new ExportFile("generated", () => new MemoryStream(bytes))], [], [], []), stop).ConfigureAwait(false);
            double read = Stopwatch.GetElapsedTime(began).TotalSeconds;
            DerivedScope derived = AwsProvider.Create().Derive(new(reading.Datasets[0].Scope, [.. reading.Datasets.SelectMany(dataset => dataset.Facts)], ImmutableSortedDictionary<(string, string), DatasetState>.Empty));
            double all = Stopwatch.GetElapsedTime(began).TotalSeconds;
            int principals = derived.Assertions.Where(assertion => assertion.Node.Kinds.HasFlag(Graph.Model.NodeKinds.Identity) && assertion.Weight == 2).Select(assertion => assertion.Node.Key).Distinct().Count();
            int techniques = derived.Edges.Count(edge => edge.Edge.Technique is not null);
            Console.WriteLine(FormattableString.Invariant(
                $"aws, {principals} principals, {bytes.Length >> 20} MiB: read {read:0.0} s, derived {all - read:0.0} s, together {all:0.0} s ({principals / all:0} a second); {derived.Edges.Length} edges, {techniques} by techniques, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        }

        return 0;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NhiGraph.Benchmarks.Estates;

namespace NhiGraph.Benchmarks.Load;

/// <summary>Asks a running server for the blast radius summary of random identities of the segmented estate, over eight connections at once.</summary>
internal static class LoadCommand
{
    private const int Connections = 8;
    private const int Questions = 5000;
    private const int Rounds = 6; // the first until the server runs compiled code: a fresh process answers its first thousands slowly
    private const int SampleSeed = 42;
    private const string Resource = "load.blast_radius_summary.graphql";

    internal static async Task<int> RunAsync(Uri server, bool small, CancellationToken cancellation)
    {
        Console.WriteLine(Machine.Line());
        string[] identities = Identities(small);
        string query = await QueryAsync(cancellation).ConfigureAwait(false);
        Console.WriteLine(FormattableString.Invariant($"blast radius summary over GraphQL, {Questions} random identities a round, {Connections} connections"));
        foreach (string[] round in identities.Chunk(Questions))
        {
            TimeSpan own = Process.GetCurrentProcess().TotalProcessorTime;
            long began = Stopwatch.GetTimestamp();
            double[] times = AskAll(new Uri(server, "graphql"), query, round, cancellation);
            double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            own = Process.GetCurrentProcess().TotalProcessorTime - own;
            Console.WriteLine($"  {Percentiles.Line(times)}; {(times.Length / seconds).ToString("0", CultureInfo.InvariantCulture)} a second; this generator's own processor time {Percentiles.Time(own.TotalMicroseconds / times.Length)} a question");
        }

        return 0;
    }

    private static string[] Identities(bool small)
    {
        EstateNodes nodes = EstateGenerator.NodesOf(EstateSize.Segmented(small ? 20 : 1));
        var random = new Random(SampleSeed);
        return [.. Enumerable.Range(0, Rounds * Questions).Select(_ => nodes.Keys[nodes.Identities.First + random.Next(nodes.Identities.Count)])];
    }

    private static async Task<string> QueryAsync(CancellationToken cancellation)
    {
        using var reader = new StreamReader(typeof(LoadCommand).Assembly.GetManifestResourceStream(Resource)!);
        return await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>A thread a connection; every so many-th key is its own.</summary>
    private static double[] AskAll(Uri address, string query, string[] keys, CancellationToken cancellation)
    {
        var times = new double[keys.Length];
        Task[] connections = [.. Enumerable.Range(0, Connections).Select(first => Task.Factory.StartNew(
            () =>
            {
                using var connection = new PlainConnection(address);
                for (int i = first; i < keys.Length; i += Connections)
                {
                    cancellation.ThrowIfCancellationRequested();
                    byte[] request = connection.RequestOf(JsonSerializer.Serialize(new { query, variables = new { of = new[] { keys[i] } } }));
                    long began = Stopwatch.GetTimestamp();
                    ReadOnlySpan<byte> answer = connection.Ask(request);
                    times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
                    MustBeAnAnswer(answer, keys[i]);
                }
            },
            cancellation,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        Task.WaitAll(connections, cancellation);
        return times;
    }

    private static void MustBeAnAnswer(ReadOnlySpan<byte> answer, string key)
    {
        if (!answer.StartsWith("HTTP/1.1 200 "u8) || answer.IndexOf("{\"data\":{\"blastRadius\":{\"notFound\":[],\"summary\":{"u8) < 0)
        {
            throw new InvalidOperationException($"No answer for {key}: {Encoding.UTF8.GetString(answer)}");
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using NhiGraph.Benchmarks.Estates;

namespace NhiGraph.Benchmarks.Load;

/// <summary>Asks a running server for the blast radius summary of random identities of the segmented estate, over eight connections at once.</summary>
internal static class LoadCommand
{
    private const int Connections = 8;
    private const int Warm = 20_000; // until the server runs compiled code: a fresh process answers its first thousands slowly
    private const int Questions = 5000;
    private const int SampleSeed = 42;
    private const string Resource = "load.blast_radius_summary.graphql";

    internal static async Task<int> RunAsync(Uri server, bool small, CancellationToken cancellation)
    {
        Console.WriteLine(Machine.Line());
        string[] identities = Identities(small);
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections };
        using var client = new HttpClient(handler) { BaseAddress = server };
        string query = await QueryAsync(cancellation).ConfigureAwait(false);
        await AskAllAsync(client, query, identities.AsMemory(0, Warm), cancellation).ConfigureAwait(false);
        long began = Stopwatch.GetTimestamp();
        double[] times = await AskAllAsync(client, query, identities.AsMemory(Warm), cancellation).ConfigureAwait(false);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"blast radius summary over GraphQL, {times.Length} random identities, {Connections} connections: {Percentiles.Line(times)}; {times.Length / seconds:0} a second"));
        return 0;
    }

    private static string[] Identities(bool small)
    {
        EstateNodes nodes = EstateGenerator.Make(EstateSize.Segmented(small ? 20 : 1)).Nodes;
        var random = new Random(SampleSeed);
        return [.. Enumerable.Range(0, Warm + Questions).Select(_ => nodes.Keys[nodes.Identities.First + random.Next(nodes.Identities.Count)])];
    }

    private static async Task<string> QueryAsync(CancellationToken cancellation)
    {
        using var reader = new StreamReader(typeof(LoadCommand).Assembly.GetManifestResourceStream(Resource)!);
        return await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<double[]> AskAllAsync(HttpClient client, string query, ReadOnlyMemory<string> keys, CancellationToken cancellation)
    {
        var times = new ConcurrentBag<double>();
        var open = new ConcurrentQueue<string>(keys.ToArray());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (open.TryDequeue(out string? key))
            {
                long began = Stopwatch.GetTimestamp();
                using HttpResponseMessage response = await client.PostAsJsonAsync("graphql", new { query, variables = new { of = new[] { key } } }, cancellation).ConfigureAwait(false);
                byte[] answer = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
                MustBeAnAnswer(answer, key);
            }
        })).ConfigureAwait(false);
        return [.. times];
    }

    private static void MustBeAnAnswer(byte[] answer, string key)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        if (document.RootElement.TryGetProperty("errors", out JsonElement errors) || document.RootElement.GetProperty("data").GetProperty("blastRadius").GetProperty("notFound").GetArrayLength() > 0)
        {
            throw new InvalidOperationException($"No answer for {key}: {document.RootElement.GetRawText()}");
        }
    }
}

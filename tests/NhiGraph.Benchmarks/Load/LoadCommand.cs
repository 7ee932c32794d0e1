using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NhiGraph.Benchmarks.Estates;

namespace NhiGraph.Benchmarks.Load;

/// <summary>Asks a running server a question of random identities of the segmented estate, over some connections at once.</summary>
internal static class LoadCommand
{
    private const int Rounds = 6; // the first until the server runs compiled code: a fresh process answers its first thousands slowly
    private const int SampleSeed = 42;

    internal static async Task<int> RunAsync(Uri server, LoadQuestion question, bool small, CancellationToken cancellation)
    {
        Console.WriteLine(Machine.Line());
        string[] identities = Identities(small, question.Questions);
        string query = await QueryAsync(question, cancellation).ConfigureAwait(false);
        Console.WriteLine(FormattableString.Invariant($"{question.Name} over GraphQL, {question.Questions} random identities a round, {question.Connections} connections"));
        foreach (string[] round in identities.Chunk(question.Questions))
        {
            TimeSpan own = Process.GetCurrentProcess().TotalProcessorTime;
            long began = Stopwatch.GetTimestamp();
            double[] times = AskAll(new Uri(server, "graphql"), query, question, round, cancellation);
            double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            own = Process.GetCurrentProcess().TotalProcessorTime - own;
            Console.WriteLine($"  {Percentiles.Line(times)}; {(times.Length / seconds).ToString("0", CultureInfo.InvariantCulture)} a second; this generator's own processor time {Percentiles.Time(own.TotalMicroseconds / times.Length)} a question");
        }

        return 0;
    }

    private static string[] Identities(bool small, int questions)
    {
        EstateNodes nodes = EstateGenerator.NodesOf(EstateSize.Segmented(small ? 20 : 1));
        var random = new Random(SampleSeed);
        return [.. Enumerable.Range(0, Rounds * questions).Select(_ => nodes.Keys[nodes.Identities.First + random.Next(nodes.Identities.Count)])];
    }

    private static async Task<string> QueryAsync(LoadQuestion question, CancellationToken cancellation)
    {
        using var reader = new StreamReader(typeof(LoadCommand).Assembly.GetManifestResourceStream(question.Resource)!);
        return await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>A thread a connection; every so many-th key is its own.</summary>
    private static double[] AskAll(Uri address, string query, LoadQuestion question, string[] keys, CancellationToken cancellation)
    {
        var times = new double[keys.Length];
        byte[] expected = Encoding.UTF8.GetBytes(question.Answer);
        Task[] connections = [.. Enumerable.Range(0, question.Connections).Select(first => Task.Factory.StartNew(
            () =>
            {
                using var connection = new PlainConnection(address);
                for (int i = first; i < keys.Length; i += question.Connections)
                {
                    cancellation.ThrowIfCancellationRequested();
                    byte[] request = connection.RequestOf(JsonSerializer.Serialize(new { query, variables = new { of = question.OfOne ? (object)keys[i] : new[] { keys[i] } } }));
                    long began = Stopwatch.GetTimestamp();
                    ReadOnlySpan<byte> answer = connection.Ask(request);
                    times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
                    MustBeAnAnswer(answer, expected, keys[i]);
                }
            },
            cancellation,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        Task.WaitAll(connections, cancellation);
        return times;
    }

    private static void MustBeAnAnswer(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> expected, string key)
    {
        if (!answer.StartsWith("HTTP/1.1 200 "u8) || answer.IndexOf(expected) < 0)
        {
            throw new InvalidOperationException($"No answer for {key}: {Encoding.UTF8.GetString(answer)}");
        }
    }
}

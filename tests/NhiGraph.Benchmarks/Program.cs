using NhiGraph.Benchmarks.Aws;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Benchmarks.Judgements;
using NhiGraph.Benchmarks.Load;
using NhiGraph.Benchmarks.Neo4j;
using NhiGraph.Benchmarks.Reach;
using NhiGraph.Benchmarks.Store;

bool small = args.Contains("--small");
string[] words = [.. args.Where(word => !word.StartsWith("--", StringComparison.Ordinal))];
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
switch (words)
{
    case ["reach"]:
        return ReachBenchmark.Run(small, only: null);
    case ["reach", "segmented" or "flat"]:
        return ReachBenchmark.Run(small, words[1]);
    case ["aws"]:
        return await AccountBenchmark.RunAsync(small, stop.Token).ConfigureAwait(false);
    case ["aws-simulate"]:
        return SimulateBenchmark.Run(small);
    case ["toxic"]:
        return ToxicBenchmark.Run(small, only: null);
    case ["toxic", "segmented" or "flat"]:
        return ToxicBenchmark.Run(small, words[1]);
    case ["orphan"]:
        return OrphanBenchmark.Run(small, only: null);
    case ["orphan", "segmented" or "flat"]:
        return OrphanBenchmark.Run(small, words[1]);
    case ["neo4j-csv", "segmented" or "flat", string directory]:
        EstateCsv.Write(EstateGenerator.Make(words[1] == "flat" ? EstateSize.Flat(small ? 20 : 1) : EstateSize.Segmented(small ? 20 : 1)), directory);
        return 0;
    case ["neo4j-reach", string server] when Uri.TryCreate(server, UriKind.Absolute, out Uri? uri):
        return await ReachInNeo4j.RunAsync(uri, small, stop.Token).ConfigureAwait(false);
    case ["neo4j-load", string server] when Uri.TryCreate(server, UriKind.Absolute, out Uri? uri):
        return await LoadBenchmark.RunAsync(uri, small, stop.Token).ConfigureAwait(false);
    case ["store", string directory]:
        return await StoreCommand.RunAsync(directory, small, people: args.Contains("--people"), stop.Token).ConfigureAwait(false);
    case ["load", string server] when Uri.TryCreate(server.TrimEnd('/') + "/", UriKind.Absolute, out Uri? uri):
        return await LoadCommand.RunAsync(uri, LoadQuestion.BlastRadius, small, stop.Token).ConfigureAwait(false);
    case ["trust", string server] when Uri.TryCreate(server.TrimEnd('/') + "/", UriKind.Absolute, out Uri? uri):
        return await LoadCommand.RunAsync(uri, LoadQuestion.ChainOfTrust, small, stop.Token).ConfigureAwait(false);
    default:
        Console.Error.WriteLine("usage: reach [segmented|flat] [--small] | aws [--small] | aws-simulate [--small] | toxic [segmented|flat] [--small] | orphan [segmented|flat] [--small] | store DIR [--people] [--small] | load URL [--small] | trust URL [--small] | neo4j-load URL [--small] | neo4j-reach URL [--small]");
        return 2;
}

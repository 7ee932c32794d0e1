using NhiGraph.Benchmarks.Reach;

if (args.Contains("reach"))
{
    return ReachBenchmark.Run(args.Contains("--small"));
}

Console.Error.WriteLine("usage: reach [--small]");
return 2;

using NhiGraph.Cli;

return await CommandTree.RunAsync(args, Surroundings.OfProcess(), CancellationToken.None);

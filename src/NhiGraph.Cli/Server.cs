using NhiGraph.Api.Http;
using NhiGraph.Loaders.Rules;
using NhiGraph.Storage;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Cli;

/// <summary>Runs API and explorer over a store until it is told to stop.</summary>
internal static class Server
{
    /// <param name="started">Called with the address once it answers.</param>
    /// <param name="rules">Of toxic combinations; null: those that are shipped.</param>
    /// <param name="open">How the graph of a version is opened; null: loaded whole.</param>
    /// <exception cref="BadUseException">The address is taken.</exception>
    internal static async Task<int> RunAsync(IGraphStore store, string[] urls, Surroundings surroundings, Action<string> started, CancellationToken cancellation, RuleBook? rules = null, OpenParts? open = null)
    {
        await using ApiHost host = ApiHost.Create(store, ProviderList.All, new ApiHostOptions { Urls = urls, Time = surroundings.Time, Rules = rules ?? RuleBook.Shipped, Open = open });
        try
        {
            await host.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException)
        {
            throw new BadUseException($"{string.Join(", ", urls)} cannot be listened on: {failure.Message} Stop what listens there, or choose another port.");
        }

        started(host.Urls.First());
        await host.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
        surroundings.Error.WriteLine("Stopped.");
        return ExitCode.Done;
    }
}

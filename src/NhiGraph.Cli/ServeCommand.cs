using System.CommandLine;
using NhiGraph.Loaders.Rules;
using NhiGraph.Storage;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph serve</c>: GraphQL and the explorer over a store.</summary>
internal static class ServeCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Option<string?> store = StoreOption.Create();
        Option<string> urls = new("--urls") { HelpName = "URL", Description = "Where to listen; loopback only.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve", "Serve GraphQL and the explorer over a store.") { store, urls };
        var rules = new RuleOptions();
        rules.AddTo(command);
        var engine = new EngineOption();
        engine.AddTo(command);
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, async () =>
        {
            RuleBook book = rules.Read(arguments);
            StoreAddress address = StoreAddress.Of(arguments.GetValue(store), surroundings);
            await using IGraphStore opened = await address.OpenAsync(create: false, cancellation).ConfigureAwait(false);
            return await Server.RunAsync(
                opened,
                arguments.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                surroundings,
                url => surroundings.Out.WriteLine($"Serving {address} at {url} (GraphQL at {url}/graphql). Ctrl-C stops it."),
                cancellation,
                book,
                engine.Read(arguments, opened, address)).ConfigureAwait(false);
        }));
        return command;
    }
}

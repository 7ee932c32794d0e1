using System.CommandLine;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph ready</c>: whether a server answers, for health checks where there is no other program to ask with.</summary>
internal static class ReadyCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal static Command Create(Surroundings surroundings)
    {
        Option<string> url = new("--url") { HelpName = "URL", Description = "The server.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("ready", "Tell whether a server is up and can answer.") { url };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, () =>
            Uri.TryCreate(arguments.GetValue(url), UriKind.Absolute, out Uri? server) && server.Scheme == Uri.UriSchemeHttp
                ? AskAsync(new Uri(server, "/readyz"), surroundings, cancellation)
                : throw new BadUseException($"{arguments.GetValue(url)} is no address of a server; write one such as http://127.0.0.1:5080.")));
        return command;
    }

    private static async Task<int> AskAsync(Uri address, Surroundings surroundings, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(address, cancellation).ConfigureAwait(false);
            surroundings.Out.WriteLine((await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)).Trim());
            return answer.IsSuccessStatusCode ? ExitCode.Done : ExitCode.NotReachable;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            surroundings.Error.WriteLine($"{address} does not answer: {failure.Message}");
            return ExitCode.NotReachable;
        }
    }
}

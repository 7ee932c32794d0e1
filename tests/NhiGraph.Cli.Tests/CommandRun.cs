namespace NhiGraph.Cli.Tests;

/// <summary>Runs commands in process with captured streams, an environment of their own and a folder that is deleted afterwards.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    internal string Folder { get; } = Directory.CreateTempSubdirectory("nhigraph-cli-").FullName;

    internal Dictionary<string, string> Environment { get; } = [];

    internal string Store => "sqlite:" + Path.Combine(Folder, "store.db");

    internal string Out => output.ToString();

    internal string Error => error.ToString();

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal Task<int> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    internal async Task<int> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        var surroundings = new Surroundings(TextWriter.Synchronized(output), TextWriter.Synchronized(error), Interactive: false, Environment.GetValueOrDefault, TimeProvider.System);
        return await CommandTree.RunAsync(arguments, surroundings, cancellation);
    }

    internal string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Waits for a line on standard output of a command that goes on running.</summary>
    internal async Task<string> OutputAsync(string expected)
    {
        for (int tries = 0; tries < 600; tries++)
        {
            if (Out.Contains(expected, StringComparison.Ordinal))
            {
                return Out;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No {expected} in: {Out}\n{Error}");
    }
}

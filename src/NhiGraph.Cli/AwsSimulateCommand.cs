using System.CommandLine;
using System.Text;
using NhiGraph.Loaders.Aws.Simulate;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph aws simulate</c>: one case a line in, one decision a line out. Needs no store.</summary>
internal static class AwsSimulateCommand
{
    private const int BufferBytes = 1 << 16;

    internal static Command Create(Surroundings surroundings)
    {
        Option<string> cases = new("--cases") { HelpName = "FILE", Description = "Cases, one JSON object a line; - for standard input.", Required = true };
        var command = new Command("simulate", "Decide requests by the policies that come with them, as AWS does.") { cases };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, async () =>
        {
            string file = arguments.GetValue(cases)!;
            using var lines = new StreamReader(Open(file, surroundings), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferBytes);
            return await AnswerAsync(file, lines, surroundings.Out, cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    /// <summary>Blank lines are skipped; a case that cannot be decided says so in its place and the rest go on. Answers to a file are written many at once, those to standard input each by itself: somebody may wait for it.</summary>
    private static async Task<int> AnswerAsync(string file, StreamReader lines, TextWriter output, CancellationToken cancellation)
    {
        var simulation = new AccessSimulation();
        var answers = new StringBuilder();
        bool all = true;
        while (await ReadAsync(file, lines, cancellation).ConfigureAwait(false) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                answers.Append(simulation.Answer(line, out bool decided)).Append('\n');
                all &= decided;
            }

            if (answers.Length >= BufferBytes || file == "-")
            {
                await output.WriteAsync(answers, cancellation).ConfigureAwait(false);
                answers.Clear();
            }
        }

        await output.WriteAsync(answers, cancellation).ConfigureAwait(false);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
        return all ? ExitCode.Done : ExitCode.DoneInPart;
    }

    private static Stream Open(string file, Surroundings surroundings)
    {
        try
        {
            return file == "-" ? surroundings.In() : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, useAsync: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadUseException($"{file} cannot be read: {failure.Message}");
        }
    }

    private static async Task<string?> ReadAsync(string file, StreamReader lines, CancellationToken cancellation)
    {
        try
        {
            return await lines.ReadLineAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            throw new BadUseException($"{file} cannot be read: {failure.Message}");
        }
    }
}

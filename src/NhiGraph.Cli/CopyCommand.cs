using System.CommandLine;
using NhiGraph.Storage;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Cli;

/// <summary><c>nhigraph copy</c>: a graph with its whole history from one store into another.</summary>
internal static class CopyCommand
{
    internal static Command Create(Surroundings surroundings)
    {
        Option<string> from = new("--from") { HelpName = "STORE", Description = "The store to copy.", Required = true };
        Option<string> to = new("--to") { HelpName = "STORE", Description = "The store to copy into: empty, or one that an earlier copy of the same store began.", Required = true };
        var command = new Command("copy", "Copy a graph with its whole history from one store into another.") { from, to };
        command.SetAction((arguments, cancellation) => Failure.GuardAsync(surroundings, () =>
        {
            StoreAddress source = StoreAddress.Of(arguments.GetValue(from), surroundings), target = StoreAddress.Of(arguments.GetValue(to), surroundings);
            return source == target ? throw new BadUseException($"--from and --to are the same store, {source}. Name another one to copy into.") : CopyAsync(source, target, surroundings, cancellation);
        }));
        return command;
    }

    private static async Task<int> CopyAsync(StoreAddress source, StoreAddress target, Surroundings surroundings, CancellationToken cancellation)
    {
        await using IGraphStore from = await source.OpenAsync(create: false, cancellation).ConfigureAwait(false);
        await using IGraphStore to = await target.OpenAsync(create: true, cancellation).ConfigureAwait(false);
        CopyStep reached = default;
        try
        {
            CopyReport report = await Progress.ShowAsync(surroundings, $"Copying {source}", told => StoreCopy.ExecuteAsync(from, to, new Steps(step =>
            {
                reached = step;
                told(Text(step));
            }), cancellation)).ConfigureAwait(false);
            StoreStatus status = await to.StatusAsync(cancellation).ConfigureAwait(false);
            surroundings.Out.WriteLine(report.Before == report.Last
                ? $"{target} holds all {report.Last} runs of {source} already."
                : $"{source} is copied to {target}: runs {report.Before.Value + 1} to {report.Last}, version {status.Version}, {status.Nodes} nodes, {status.Edges} edges, {status.Facts} facts.");
            return ExitCode.Done;
        }
        catch (CopyRefusedException refused)
        {
            throw new BadUseException($"{target} cannot be copied into: {refused.Message}");
        }
        catch (Exception failure) when (failure is StoreException or OperationCanceledException)
        {
            surroundings.Error.WriteLine(failure is StoreException ? failure.Message : "Stopped.");
            surroundings.Error.WriteLine(reached.Run.Value == 0 ? $"Nothing was copied to {target}." : $"It came to {Text(reached)}. The runs before are in {target}; the same command goes on from there.");
            return failure is StoreException ? ExitCode.NotReachable : ExitCode.Stopped;
        }
    }

    private static string Text(CopyStep step) => $"run {step.Run} of {step.Last}: {(step.IsDone ? "copied" : $"{step.Things} rows")}";

    private sealed class Steps(Action<CopyStep> told) : IProgress<CopyStep>
    {
        public void Report(CopyStep value) => told(value);
    }
}

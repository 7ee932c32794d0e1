using NhiGraph.Api.Http;
using NhiGraph.Loaders.Aws.Live;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage;

namespace NhiGraph.Cli;

/// <summary>Turns what can go wrong outside this program into words and an exit code; a bug of ours is left to crash.</summary>
internal static class Failure
{
    internal static async Task<int> GuardAsync(Surroundings surroundings, Func<Task<int>> command)
    {
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (RefusedInputException refused)
        {
            ProblemLines.Write(surroundings.Error, refused.Problems);
            surroundings.Error.WriteLine("The input was refused; nothing stored was changed.");
            return ExitCode.BadInput;
        }
        catch (Exception failure) when (failure is BadUseException or ListenRefusedException)
        {
            surroundings.Error.WriteLine(failure.Message);
            return ExitCode.BadInput;
        }
        catch (AwsUnreachableException failure)
        {
            ProblemLines.Write(surroundings.Error, [failure.Problem]);
            surroundings.Error.WriteLine("AWS was not asked; nothing stored was changed.");
            return ExitCode.NotReachable;
        }
        catch (StoreException failure)
        {
            surroundings.Error.WriteLine(failure.Message);
            return ExitCode.NotReachable;
        }
        catch (OperationCanceledException)
        {
            surroundings.Error.WriteLine("Stopped; nothing stored was changed.");
            return ExitCode.Stopped;
        }
    }
}

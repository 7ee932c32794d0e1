using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>AWS cannot be asked at all: no credentials, none that it accepts, or no way to it. Nothing may be stored.</summary>
public sealed class AwsUnreachableException(Problem problem) : Exception(problem.Statement)
{
    public Problem Problem => problem;
}

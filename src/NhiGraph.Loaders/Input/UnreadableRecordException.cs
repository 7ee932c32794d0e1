using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Input;

/// <summary>A record that has no one meaning: it is left out, its problem told, and the rest goes on.</summary>
internal sealed class UnreadableRecordException(Problem problem) : Exception(problem.Statement)
{
    public Problem Problem { get; } = problem;
}

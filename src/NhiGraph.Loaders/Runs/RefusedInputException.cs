using System.Collections.Immutable;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>An input that cannot be read at all, so that nothing of the load may be stored (exit code 2).</summary>
public sealed class RefusedInputException(ImmutableArray<Problem> problems) : Exception(problems.Length == 0 ? "The input was refused." : problems[0].Statement)
{
    public ImmutableArray<Problem> Problems { get; } = problems;
}

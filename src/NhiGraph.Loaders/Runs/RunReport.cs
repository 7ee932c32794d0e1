using System.Collections.Immutable;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>What a published run did.</summary>
/// <param name="Run">The run with its datasets, problems and how much it opened and closed.</param>
/// <param name="ScopesDerived">Scopes derived again, sorted.</param>
/// <param name="ScopesJoined">Scopes joined again, sorted.</param>
public sealed record RunReport(Run Run, ImmutableArray<string> ScopesDerived, ImmutableArray<string> ScopesJoined)
{
    /// <summary>False if part of what was asked for was not read, or part of what was derived could not be stored.</summary>
    public bool Whole =>
        Run.Datasets.All(dataset => dataset.State is DatasetState.Complete or DatasetState.Skipped)
        && !Run.Problems.Any(problem => problem.Code.StartsWith(RunProblems.Prefix, StringComparison.Ordinal));
}

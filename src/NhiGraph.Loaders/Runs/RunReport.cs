using System.Collections.Immutable;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>What a published run did.</summary>
/// <param name="Run">The run with its datasets, problems and how much it opened and closed.</param>
/// <param name="ScopesDerived">Scopes derived again, sorted.</param>
/// <param name="ScopesJoined">Scopes joined again, sorted.</param>
/// <param name="Whole">
/// False if something of the input was left out, a source refused or failed, or part of what was derived could not be stored. A dataset that is PARTIAL by its nature, such
/// as a listing of tagged resources, is whole if all that was given of it was read.
/// </param>
public sealed record RunReport(Run Run, ImmutableArray<string> ScopesDerived, ImmutableArray<string> ScopesJoined, bool Whole)
{
    internal static RunReport Of(Run run, Derivation derivation, SourceReading? reading) => new(
        run,
        [.. derivation.Derived],
        [.. derivation.Joined],
        (reading is null || (reading.Problems.IsEmpty && !reading.Datasets.Any(dataset => dataset.State is Storage.Facts.DatasetState.Denied or Storage.Facts.DatasetState.Failed)))
        && !run.Problems.Any(problem => problem.Code.StartsWith(RunProblems.Prefix, StringComparison.Ordinal)));
}

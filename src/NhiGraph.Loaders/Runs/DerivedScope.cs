using System.Collections.Immutable;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>What derive, or a join, made: nodes as assertions, edges with their justification, and the terms by which other scopes join.</summary>
/// <remarks>
/// Both ends of every edge are asserted here, at least by bare name; for a join, here or by a scope whose terms meet in it. An edge that breaks this is left out with a
/// problem: leaning on what an unrelated scope asserts would make the graph depend on the order of loading.
/// </remarks>
/// <param name="Owner">The scope, or <c>join:</c> and the scope: what is replaced when it is made again.</param>
/// <param name="Problems">What could not be made sense of, e.g. an action nobody mapped.</param>
public sealed record DerivedScope(string Owner, ImmutableArray<Assertion> Assertions, ImmutableArray<DerivedEdge> Edges, ImmutableArray<JoinTerm> Terms, ImmutableArray<Problem> Problems)
{
    /// <summary>The owner of what the joins into a scope make.</summary>
    public static string JoinOwner(string scope) => "join:" + scope;
}

using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>What must still hold: exactly one of a condition that holds, one that fails, and lists of which all or any hold.</summary>
/// <param name="Statement">The same as one plain sentence.</param>
public sealed record AwsRemaining(Condition? Condition, Condition? Not, ImmutableArray<AwsRemaining> AllOf, ImmutableArray<AwsRemaining> AnyOf, string Statement);

using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>The answer to a request.</summary>
/// <param name="DecidedBy">Allowed: the statements that grant it and those that let it through. Denied: the statements that deny it, or what was missing. Conditional: what it hangs on.</param>
/// <param name="Conditions">All must hold for it to be allowed; empty where nothing is open.</param>
/// <param name="Statement">The answer as one sentence.</param>
/// <param name="Assumptions">Codes of what was not read and could change the answer.</param>
public sealed record AwsAccessAnswer(AwsDecision Decision, ImmutableArray<AwsDecidingStatement> DecidedBy, ImmutableArray<AwsRemaining> Conditions, string Statement, ImmutableArray<string> Assumptions);

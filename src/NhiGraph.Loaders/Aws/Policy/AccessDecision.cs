using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>The answer to a request.</summary>
/// <param name="DecidedBy">Allowed: the statements that grant it and those that let it through. Denied: the statements that deny it, or what was missing. Conditional: the statements that it hangs on.</param>
/// <param name="Remaining">What must hold for it to be allowed: yes for Allowed, no for a denial.</param>
internal sealed record AccessDecision(AccessOutcome Outcome, ImmutableArray<DecidingStatement> DecidedBy, Formula Remaining);

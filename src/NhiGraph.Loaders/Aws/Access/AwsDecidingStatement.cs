using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>What decided a request: a statement, what was missing, or a rule of AWS itself.</summary>
/// <param name="Policy">The policy's name; for what is missing the policies that should have allowed it, null where there are none.</param>
/// <param name="Statement">Its place in the document, from 0; null for what is no statement.</param>
/// <param name="Reason">What would have had to be there, or the rule; null for a statement.</param>
public sealed record AwsDecidingStatement(string? Policy, AwsPolicyKind Kind, int? Statement, string? Sid, string? Reason);

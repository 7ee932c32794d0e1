namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>What decided a request: a statement, what was missing, or a rule of AWS itself.</summary>
/// <param name="Policy">The policy's name; for what is missing the policies that should have allowed it, null where there are none.</param>
/// <param name="Statement">Its place in the document, from 0; null for what is no statement.</param>
/// <param name="Reason">What would have had to be there, or the rule; null for a statement.</param>
internal sealed record DecidingStatement(AwsPolicyKind Role, string? Policy, int? Statement, string? Sid, string? Reason)
{
    internal static DecidingStatement Of(StatementHit hit) => new(hit.Role, hit.Policy, hit.Rule.Source.Index, hit.Rule.Source.Sid, null);

    internal static DecidingStatement Because(AwsPolicyKind role, string? policy, string reason) => new(role, policy, null, null, reason);
}

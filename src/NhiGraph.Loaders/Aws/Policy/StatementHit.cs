namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>A statement that matches a request, or may.</summary>
internal sealed record StatementHit(AwsPolicyKind Role, string Policy, StatementRule Rule, Formula Matches);

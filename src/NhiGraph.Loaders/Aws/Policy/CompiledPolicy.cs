using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>A policy document ready to be asked of requests, any number of them at once. Immutable.</summary>
internal sealed class CompiledPolicy
{
    private CompiledPolicy(ImmutableArray<StatementRule> statements) => Statements = statements;

    internal ImmutableArray<StatementRule> Statements { get; }

    /// <exception cref="MalformedPolicyException">A condition operator that AWS does not have.</exception>
    internal static CompiledPolicy Compile(PolicyDocument document, AwsPolicyKind role) =>
        new([.. document.Statements.Select(statement => new StatementRule(statement, document.HasVariables, role))]);
}

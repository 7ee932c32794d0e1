using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Whoever asks can ask over TLS: a condition on <c>aws:SecureTransport</c> holds back nobody.</summary>
internal static class SecureTransport
{
    internal const string Key = "aws:SecureTransport";

    private static readonly RequestContext Used = new(new AccessRequest(RequestPrincipal.Anonymous, "", "*") { Context = new Dictionary<string, ContextValue>(StringComparer.OrdinalIgnoreCase) { [Key] = ContextValue.Of(true) } });

    /// <summary>The statement without such conditions; null where one of them never holds.</summary>
    internal static PolicyStatement? Decide(PolicyStatement statement, bool variables)
    {
        if (!statement.Conditions.Any(condition => condition.IsKey(Key) && ConditionOperator.Parse(condition.Operator) is not null))
        {
            return statement;
        }

        PolicyCondition[] asked = [.. statement.Conditions.Where(condition => condition.IsKey(Key) && ConditionOperator.Parse(condition.Operator) is not null)];
        return asked.Any(condition => CompiledCondition.Compile(condition, variables, statement.Pointer).Of(Used).IsNo) ? null : statement with { Conditions = [.. statement.Conditions.Except(asked)] };
    }
}

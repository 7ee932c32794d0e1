using System.Collections.Immutable;
using System.Text.Json;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>Reads a policy document from JSON: scalar or array wherever the grammar has both.</summary>
internal static class PolicyParser
{
    /// <exception cref="MalformedPolicyException">The document is not a policy.</exception>
    internal static PolicyDocument Parse(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("Statement", out JsonElement statements))
        {
            throw new MalformedPolicyException("", "A policy document is an object with a Statement.");
        }

        string version = document.TryGetProperty("Version", out JsonElement v) && v.ValueKind == JsonValueKind.String ? v.GetString()! : "2008-10-17";
        ImmutableArray<PolicyStatement> parsed = statements.ValueKind switch
        {
            JsonValueKind.Array => [.. statements.EnumerateArray().Select((statement, index) => Statement(statement, index, $"/Statement/{index}"))],
            _ => [Statement(statements, 0, "/Statement")],
        };
        return new(version, parsed);
    }

    private static PolicyStatement Statement(JsonElement statement, int index, string pointer)
    {
        if (statement.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedPolicyException(pointer, "A statement is an object.");
        }

        bool allow = Text(statement, "Effect") switch
        {
            "Allow" => true,
            "Deny" => false,
            string other => throw new MalformedPolicyException(pointer + "/Effect", $"Effect is Allow or Deny, with case; not '{other}'."),
            null => throw new MalformedPolicyException(pointer, "A statement has an Effect."),
        };
        (ImmutableArray<string> actions, bool notAction) = Either(statement, "Action", "NotAction", pointer);
        if (actions.IsDefault)
        {
            throw new MalformedPolicyException(pointer, "A statement has an Action or a NotAction.");
        }

        (ImmutableArray<string> resources, bool notResource) = Either(statement, "Resource", "NotResource", pointer);
        bool hasPrincipal = statement.TryGetProperty("Principal", out JsonElement principal);
        bool notPrincipal = !hasPrincipal && statement.TryGetProperty("NotPrincipal", out principal);
        return new(
            index,
            pointer,
            Text(statement, "Sid") is { Length: > 0 } sid ? sid : null,
            allow,
            actions,
            notAction,
            resources.IsDefault ? [] : resources,
            notResource,
            hasPrincipal || notPrincipal ? Principals(principal, pointer + (hasPrincipal ? "/Principal" : "/NotPrincipal")) : [],
            notPrincipal,
            statement.TryGetProperty("Condition", out JsonElement condition) ? Conditions(condition, pointer + "/Condition") : []);
    }

    private static (ImmutableArray<string> Values, bool IsNot) Either(JsonElement statement, string name, string notName, string pointer)
    {
        bool has = statement.TryGetProperty(name, out JsonElement given);
        bool hasNot = statement.TryGetProperty(notName, out JsonElement left);
        if (has && hasNot)
        {
            throw new MalformedPolicyException(pointer, $"A statement has {name} or {notName}, not both.");
        }

        return has ? (Strings(given, $"{pointer}/{name}"), false) : hasNot ? (Strings(left, $"{pointer}/{notName}"), true) : (default, false);
    }

    private static ImmutableArray<PolicyPrincipal> Principals(JsonElement principal, string pointer) => principal.ValueKind switch
    {
        JsonValueKind.String => [new("AWS", principal.GetString()!)],
        JsonValueKind.Object =>
        [
            .. principal.EnumerateObject().SelectMany(kind => Strings(kind.Value, $"{pointer}/{kind.Name}").Select(value => new PolicyPrincipal(kind.Name, value))),
        ],
        _ => throw new MalformedPolicyException(pointer, "A principal is \"*\" or an object of kinds."),
    };

    private static ImmutableArray<PolicyCondition> Conditions(JsonElement condition, string pointer)
    {
        if (condition.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedPolicyException(pointer, "A condition is an object of operators.");
        }

        var conditions = new List<PolicyCondition>();
        foreach (JsonProperty comparison in condition.EnumerateObject())
        {
            if (comparison.Value.ValueKind != JsonValueKind.Object)
            {
                throw new MalformedPolicyException($"{pointer}/{comparison.Name}", "A condition operator holds an object of keys.");
            }

            conditions.AddRange(comparison.Value.EnumerateObject().Select(key => new PolicyCondition(comparison.Name, key.Name, Strings(key.Value, $"{pointer}/{comparison.Name}/{key.Name}"))));
        }

        return [.. conditions];
    }

    private static ImmutableArray<string> Strings(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(item => Scalar(item, pointer))],
        _ => [Scalar(value, pointer)],
    };

    private static string Scalar(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new MalformedPolicyException(pointer, "A text, or a list of texts, is expected."),
    };

    private static string? Text(JsonElement statement, string name) =>
        statement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

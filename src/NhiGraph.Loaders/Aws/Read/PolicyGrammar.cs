using System.Globalization;
using System.Text.Json;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>
/// The form of a policy document (IAM User Guide, "Grammar of the IAM JSON policy language"): which elements there may be and of which JSON type, not what they mean.
/// AWS takes no other, so an element it does not know makes the document unknown rather than wider.
/// </summary>
internal static class PolicyGrammar
{
    /// <summary>A condition's value is the deepest: statement list, statement, condition, operator, key, list of values.</summary>
    public const int MaxDepth = 16;

    private static readonly string[] PrincipalTypes = ["AWS", "Service", "Federated", "CanonicalUser"];

    /// <summary>The first thing that does not follow the grammar; null if all does.</summary>
    public static (string Pointer, string Why)? FaultOf(JsonElement document, PolicyKind kind)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            return ("", "it is no object.");
        }

        foreach (JsonProperty member in document.EnumerateObject())
        {
            string? why = member.Name switch
            {
                "Version" => TextOf(member.Value) is "2012-10-17" or "2008-10-17" ? null : "Version must be 2012-10-17 or 2008-10-17.",
                "Id" => member.Value.ValueKind == JsonValueKind.String ? null : "Id must be a text.",
                "Statement" => null,
                _ => "this is no element of a policy.",
            };
            if (why is not null)
            {
                return ("/" + JsonPointer.Escaped(member.Name), why);
            }
        }

        if (!document.TryGetProperty("Statement", out JsonElement statements) || statements.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return ("", "Statement must be an object or a list of objects.");
        }

        if (statements.ValueKind == JsonValueKind.Object)
        {
            return FaultOfStatement(statements, "/Statement", kind);
        }

        int i = 0;
        foreach (JsonElement statement in statements.EnumerateArray())
        {
            string pointer = string.Create(CultureInfo.InvariantCulture, $"/Statement/{i++}");
            if (FaultOfStatement(statement, pointer, kind) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static (string Pointer, string Why)? FaultOfStatement(JsonElement statement, string pointer, PolicyKind kind)
    {
        if (statement.ValueKind != JsonValueKind.Object)
        {
            return (pointer, "a statement must be an object.");
        }

        int effects = 0, actions = 0, resources = 0, principals = 0;
        foreach (JsonProperty member in statement.EnumerateObject())
        {
            string? why;
            switch (member.Name)
            {
                case "Sid":
                    why = member.Value.ValueKind == JsonValueKind.String ? null : "Sid must be a text.";
                    break;
                case "Effect":
                    effects++;
                    why = TextOf(member.Value) is "Allow" or "Deny" ? null : "Effect must be Allow or Deny.";
                    break;
                case "Action" or "NotAction":
                    actions++;
                    why = AreTexts(member.Value) ? null : "actions must be a text or a list of texts.";
                    break;
                case "Resource" or "NotResource" when kind != PolicyKind.Trust:
                    resources++;
                    why = AreTexts(member.Value) ? null : "resources must be a text or a list of texts.";
                    break;
                case "Principal" or "NotPrincipal" when kind == PolicyKind.ResourceControl:
                    principals++;
                    why = member.Name == "Principal" && IsEverybody(member.Value) ? null : "the principal of a resource control policy must be \"*\".";
                    break;
                case "Principal" or "NotPrincipal" when kind != PolicyKind.Identity:
                    principals++;
                    why = IsPrincipal(member.Value) ? null : "principals must be \"*\" or an object of AWS, Service, Federated or CanonicalUser, each a text or a list of texts.";
                    break;
                case "Condition":
                    why = IsCondition(member.Value) ? null : "a condition must be operator, then key, then a value or a list of values.";
                    break;
                default:
                    why = "this element does not belong to a statement of this kind of policy.";
                    break;
            }

            if (why is not null)
            {
                return (pointer + "/" + JsonPointer.Escaped(member.Name), why);
            }
        }

        return effects != 1 ? (pointer, "a statement must have an Effect.")
            : actions != 1 ? (pointer, "a statement must have either Action or NotAction.")
            : resources > 1 || (resources == 0 && kind is not (PolicyKind.Trust or PolicyKind.Resource)) ? (pointer, "a statement must have either Resource or NotResource.")
            : principals > 1 || (principals == 0 && kind is not (PolicyKind.Identity or PolicyKind.Endpoint)) ? (pointer, "a statement must have either Principal or NotPrincipal.")
            : null;
    }

    private static bool IsEverybody(JsonElement value) => TextOf(value) == "*" || (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() == 1 && value.TryGetProperty("AWS", out JsonElement all) && TextOf(all) == "*");

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool AreTexts(JsonElement value) => value.ValueKind == JsonValueKind.String
        || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String));

    private static bool IsPrincipal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() == "*",
        JsonValueKind.Object => value.EnumerateObject().All(member => PrincipalTypes.Contains(member.Name) && AreTexts(member.Value)),
        _ => false,
    };

    private static bool IsCondition(JsonElement value) => value.ValueKind == JsonValueKind.Object
        && value.EnumerateObject().All(test => test.Value.ValueKind == JsonValueKind.Object && test.Value.EnumerateObject().All(key => IsScalar(key.Value)
            || (key.Value.ValueKind == JsonValueKind.Array && key.Value.EnumerateArray().All(IsScalar))));

    private static bool IsScalar(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
}

using System.Text.Json;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Simulate;

/// <summary>Writes decisions as JSON.</summary>
internal static class DecisionJson
{
    internal static void Write(Utf8JsonWriter json, AccessDecision decision)
    {
        json.WriteString("decision", decision.Outcome switch
        {
            AccessOutcome.Allowed => "ALLOWED",
            AccessOutcome.Conditional => "CONDITIONAL",
            AccessOutcome.ExplicitlyDenied => "EXPLICITLY_DENIED",
            _ => "IMPLICITLY_DENIED",
        });
        json.WriteStartArray("decidedBy");
        foreach (DecidingStatement by in decision.DecidedBy)
        {
            Write(json, by);
        }

        json.WriteEndArray();
        json.WriteStartArray("conditions");
        foreach (Formula part in decision.Remaining.Kind == FormulaKind.All ? decision.Remaining.Parts : decision.Remaining.IsOpen ? [decision.Remaining] : [])
        {
            Write(json, part);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DecidingStatement by)
    {
        json.WriteStartObject();
        json.WriteString("policy", by.Policy);
        json.WriteString("kind", by.Role.ToString().ToUpperInvariant());
        if (by.Statement is { } statement)
        {
            json.WriteNumber("statement", statement);
        }
        else
        {
            json.WriteNull("statement");
        }

        json.WriteString("sid", by.Sid);
        if (by.Reason is not null)
        {
            json.WriteString("reason", by.Reason);
        }

        json.WriteEndObject();
    }

    /// <summary>A condition, or <c>not</c>, <c>allOf</c>, <c>anyOf</c> of others.</summary>
    private static void Write(Utf8JsonWriter json, Formula formula)
    {
        json.WriteStartObject();
        switch (formula.Kind)
        {
            case FormulaKind.Holds:
                Write(json, formula.Condition!);
                break;
            case FormulaKind.Fails:
                json.WriteStartObject("not");
                Write(json, formula.Condition!);
                json.WriteEndObject();
                break;
            default:
                json.WriteStartArray(formula.Kind == FormulaKind.All ? "allOf" : "anyOf");
                foreach (Formula part in formula.Parts)
                {
                    Write(json, part);
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnmetCondition condition)
    {
        json.WriteString("operator", condition.Operator);
        json.WriteString("key", condition.Key);
        json.WriteStartArray("values");
        foreach (string value in condition.Values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Access;

/// <summary>A decision with its reason as sentences.</summary>
internal static class AccessWords
{
    internal static AwsAccessAnswer Answer(AwsAccessQuestion question, AccessDecision decision, ImmutableArray<string> assumptions)
    {
        AwsDecision outcome = decision.Outcome switch
        {
            AccessOutcome.Allowed => AwsDecision.Allowed,
            AccessOutcome.Conditional => AwsDecision.Conditional,
            AccessOutcome.ExplicitlyDenied => AwsDecision.ExplicitlyDenied,
            _ => AwsDecision.ImplicitlyDenied,
        };
        ImmutableArray<AwsDecidingStatement> by = [.. decision.DecidedBy.Select(one => new AwsDecidingStatement(one.Policy, one.Role, one.Statement, one.Sid, one.Reason)).Distinct()];
        ImmutableArray<AwsRemaining> remaining = !decision.Remaining.IsOpen ? [] : decision.Remaining.Kind == FormulaKind.All ? [.. decision.Remaining.Parts.Select(Of)] : [Of(decision.Remaining)];
        string who = question.Principal[(question.Principal.LastIndexOfAny(['/', ':']) + 1)..], what = $"{question.Action} on {question.Resource}", reasons = string.Join("; ", by.Select(Reason).Distinct());
        string statement = outcome switch
        {
            AwsDecision.Allowed => $"{who} may do {what}: {reasons}.",
            AwsDecision.Conditional => $"{who} may do {what} if {string.Join(", and ", remaining.Select(one => one.Statement))}.",
            AwsDecision.ExplicitlyDenied => $"{who} may not do {what}: it is denied by {reasons}.",
            _ => $"{who} may not do {what}: {reasons}.",
        };
        return new(outcome, by, remaining, statement, assumptions);
    }

    private static string Reason(AwsDecidingStatement by) => by.Reason ?? $"the {Word(by.Kind)} {by.Policy}, statement {by.Statement + 1}{(by.Sid is { } sid ? $" (Sid {sid})" : "")}";

    private static string Word(AwsPolicyKind kind) => kind switch
    {
        AwsPolicyKind.Identity => "policy",
        AwsPolicyKind.Boundary => "permissions boundary",
        AwsPolicyKind.Session => "session policy",
        AwsPolicyKind.Resource => "resource's policy",
        AwsPolicyKind.Scp => "service control policy",
        AwsPolicyKind.Rcp => "resource control policy",
        AwsPolicyKind.Endpoint => "endpoint policy",
        _ => "rule of AWS",
    };

    private static AwsRemaining Of(Formula formula)
    {
        switch (formula.Kind)
        {
            case FormulaKind.Holds or FormulaKind.Fails:
                UnmetCondition unmet = formula.Condition!;
                bool holds = formula.Kind == FormulaKind.Holds;
                Condition condition = ConditionSets.Of(new PolicyCondition(unmet.Operator, unmet.Key, unmet.Values));
                if (unmet.Key == Decryption.Key)
                {
                    condition = condition with { Statement = $"the object is not encrypted with {unmet.Values[0]}, with which the caller may not decrypt" };
                }

                if (unmet.Key.StartsWith(UnreadPolicy.Key, StringComparison.Ordinal))
                {
                    string[] parts = unmet.Key.Split('/', 2);
                    condition = condition with { Statement = $"the policy {parts[1]}, which was not read, {(parts[0].EndsWith("Allows", StringComparison.Ordinal) ? "allows" : "denies")} it" };
                }

                return holds ? new(condition, null, [], [], condition.Statement) : new(null, condition, [], [], Otherwise(unmet) ?? $"not: {condition.Statement}");
            default:
                bool all = formula.Kind == FormulaKind.All;
                ImmutableArray<AwsRemaining> inner = [.. formula.Parts.Select(Of)];
                string statement = $"({string.Join(all ? " and " : " or ", inner.Select(part => part.Statement))})";
                return all ? new(null, null, inner, [], statement) : new(null, null, [], inner, statement);
        }
    }

    /// <summary>That a condition with a Not does not hold, said without two of them: exact, for such a condition holds where its key is absent.</summary>
    private static string? Otherwise(UnmetCondition unmet) => unmet.Operator.Contains("Not", StringComparison.Ordinal) && !unmet.Operator.Contains(':', StringComparison.Ordinal) && !unmet.Operator.EndsWith("IfExists", StringComparison.Ordinal)
        ? ConditionSets.Of(new PolicyCondition(unmet.Operator.Replace("Not", "", StringComparison.Ordinal), unmet.Key, unmet.Values)).Statement : null;
}

namespace NhiGraph.Loaders.Aws.Simulate;

/// <summary>Everything that can be wrong with a case: one method each, one stable code each. 2xx is simulation.</summary>
internal static class CaseFaults
{
    internal static CaseFaultException NotJson(string why) => new("NHI-AWS-201", "", $"The line is not one JSON object: {why} Write each case on a line of its own.");

    internal static CaseFaultException Missing(string pointer, string what) => new("NHI-AWS-202", pointer, $"A case must have {what}.");

    internal static CaseFaultException WrongType(string pointer, string expected) => new("NHI-AWS-203", pointer, $"Expected {expected}.");

    internal static CaseFaultException Principal(string pointer) => new(
        "NHI-AWS-204",
        pointer,
        "The principal must be one of {\"arn\": a user, role, assumed role, federated user or root}, {\"service\": \"lambda.amazonaws.com\"}, {\"federated\": an identity provider} and {\"anonymous\": true}.");

    internal static CaseFaultException Action(string pointer) => new("NHI-AWS-205", pointer, "The action must be one action, such as s3:GetObject, without wildcards.");

    internal static CaseFaultException Resource(string pointer) => new("NHI-AWS-206", pointer, "The resource must be an ARN of six fields, a pattern of ARNs, or *.");

    internal static CaseFaultException Policy(string pointer, string why) => new("NHI-AWS-207", pointer, $"This is not a policy document: {why}");

    internal static CaseFaultException Twice(string pointer, string why) => new("NHI-AWS-208", pointer, $"The case has no one meaning: {why}");
}

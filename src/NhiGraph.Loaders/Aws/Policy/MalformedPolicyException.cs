namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>A policy document that says something other than the policy grammar allows; what it grants is unknown.</summary>
/// <param name="pointer">Where, as a JSON pointer within the document.</param>
internal sealed class MalformedPolicyException(string pointer, string message) : Exception(message)
{
    internal string Pointer { get; } = pointer;
}

using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>One statement as it was written. Exactly one of the two action lists is given, and at most one of resources and of principals.</summary>
/// <param name="Index">Its place in the document; a lone statement object is 0.</param>
/// <param name="Pointer">Its JSON pointer within the document, e.g. <c>/Statement/1</c>.</param>
/// <param name="IsAllow">Allow; otherwise Deny.</param>
/// <param name="IsNotAction">The actions are those that are left out.</param>
/// <param name="Resources">Empty where the document has none: a trust policy.</param>
/// <param name="IsNotResource">The resources are those that are left out.</param>
internal sealed record PolicyStatement(
    int Index,
    string Pointer,
    string? Sid,
    bool IsAllow,
    ImmutableArray<string> Actions,
    bool IsNotAction,
    ImmutableArray<string> Resources,
    bool IsNotResource,
    ImmutableArray<PolicyPrincipal> Principals,
    bool IsNotPrincipal,
    ImmutableArray<PolicyCondition> Conditions)
{
    /// <summary>How a reader finds it: <c>statement 2 (Sid AllowAll)</c>.</summary>
    internal string Title => Sid is null ? $"statement {Index + 1}" : $"statement {Index + 1} (Sid {Sid})";

    /// <summary>Whatever there is: it leaves out nothing, and names all or none.</summary>
    internal bool NamesEverything => !IsNotResource && (Resources.IsEmpty || Resources.Any(resource => Glob.Normalize(resource) == "*"));
}

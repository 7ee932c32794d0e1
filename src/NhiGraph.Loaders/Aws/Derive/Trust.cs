using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>One way into a role that its trust policy opens.</summary>
/// <param name="Value">Account id, ARN, service, issuer or provider ARN by its form.</param>
/// <param name="Subject">For OIDC: the subject pattern, <c>*</c> where any subject of the issuer will do.</param>
/// <param name="Conditions">What must hold beside who it is, sorted.</param>
internal sealed record Trust(Principal Role, TrustForm Form, string Value, string? Subject, ImmutableArray<Condition> Conditions, Support Support)
{
    /// <summary>When it lets in.</summary>
    internal Validity Window { get; init; } = Validity.Always;

    /// <summary>For OIDC: what the subject pattern really admits.</summary>
    internal Admission? Admits { get; init; }

    /// <summary>For OIDC: another condition on the token limits whose it may be.</summary>
    internal bool LimitsToken { get; init; }

    /// <summary>Its conditions where an edge cannot say when: in what is offered to other accounts.</summary>
    internal ImmutableArray<Condition> OfferedConditions => ConditionSets.Union(Conditions, Stretch.Condition(Window));

    /// <summary>The account that the principal is of; empty where it is of none.</summary>
    internal string Account => Form switch
    {
        TrustForm.Account => Value,
        TrustForm.Principal or TrustForm.Session => Value.Split(':') is { Length: >= 6 } parts ? parts[4] : "",
        _ => "",
    };
}

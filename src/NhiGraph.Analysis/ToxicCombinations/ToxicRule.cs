using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>What no single actor may be able to do together.</summary>
/// <param name="Id">Stable, in small letters: exceptions and filters name it.</param>
/// <param name="Title">What the actor can do.</param>
/// <param name="Why">What goes wrong then.</param>
/// <param name="Parts">All of them must come together.</param>
/// <param name="Span">Whether they must do so in one account.</param>
/// <param name="Source">Where the rule comes from.</param>
public sealed record ToxicRule(string Id, string Title, string Why, ImmutableArray<RulePart> Parts, RuleSpan Span, Severity Severity, string Source)
{
    /// <summary>Whoever administers a whole account: it satisfies every rule there, and is reported by this one alone.</summary>
    public static ToxicRule Administrators { get; } = new(
        "administrators",
        "Administer a whole account",
        "Whoever administers an account can do all that any rule forbids to come together there. It is reported once, here, and not in every rule.",
        [new RulePart(CapabilitySet.Of(Capability.Administer), new PartTarget { Types = [ResourceType.Account, ResourceType.Tenant, ResourceType.Organization, ResourceType.Cluster] })],
        RuleSpan.Account,
        Severity.Critical,
        "NhiGraph");
}

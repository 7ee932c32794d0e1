using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Derive.ResourcePolicies;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A statement of a policy with its actions matched and its resource patterns read. One object for each statement of a fact; holders share it.</summary>
/// <param name="policy">What a reader calls the policy.</param>
/// <param name="pointer">Where the statement stands in the fact.</param>
/// <param name="variables">Its document has policy variables.</param>
internal sealed class CompiledStatement(FactKey fact, string policy, string pointer, PolicyStatement statement, IndexSet actions, bool variables)
{
    private readonly Dictionary<string, StatementTerms> terms = new(StringComparer.Ordinal);

    internal FactKey Fact => fact;

    internal string Pointer => pointer;

    internal PolicyStatement Statement => statement;

    internal IndexSet Actions => actions;

    /// <summary>Tells it from other parts of the same statement; empty for the whole of one.</summary>
    internal string Part { get; init; } = "";

    /// <summary>Of a Deny outside of some regions: who administers still does, where it does not apply.</summary>
    internal bool IsOfRegions => Regions is not null && statement is { IsAllow: false, NamesEverything: true };

    /// <summary>The regions that it is about; null for all, and for what names none.</summary>
    internal RegionScope? Regions { get; init; }

    /// <summary>Of a resource's policy: what it can be about; null for other policies.</summary>
    internal ResourceSpan? Span { get; init; }

    /// <summary>The same for fewer actions.</summary>
    /// <param name="part">Tells it from other parts of the statement.</param>
    internal CompiledStatement Only(IndexSet some, ResourceSpan? span, string part) => new(fact, policy, pointer, statement, some, variables) { Span = span, Part = Part + part, Regions = Regions };

    /// <summary>A part of it: fewer actions, resources or conditions.</summary>
    internal CompiledStatement With(PolicyStatement other, IndexSet some, string part, RegionScope? regions = null) => new(fact, policy, pointer, other, some, variables) { Span = Span, Part = Part + part, Regions = regions };

    /// <summary>How a reader finds it: <c>policy deploy, statement 2 (Sid AllowAll)</c>.</summary>
    internal string Title { get; } = $"policy {policy}, {statement.Title}";

    /// <summary>Its resources name what depends on who holds it.</summary>
    internal bool HasVariables { get; } = variables && statement.Resources.Any(resource => resource.Contains("${", StringComparison.Ordinal));

    /// <summary>Its conditions on who holds it; null in place of the others, and of operators that AWS does not have.</summary>
    internal ImmutableArray<CompiledCondition?> OnHolder { get; } = statement.Conditions.Any(HolderKeys.Decide)
        ? [.. statement.Conditions.Select(condition => HolderKeys.Decide(condition) && ConditionOperator.Parse(condition.Operator) is not null ? CompiledCondition.Compile(condition, variables, pointer) : null)]
        : [];

    /// <summary>What it says depends on who holds it.</summary>
    internal bool DependsOnHolder => HasVariables || !OnHolder.IsEmpty;

    /// <summary>With all its conditions.</summary>
    internal StatementTerms Terms { get; } = StatementTerms.Of(statement.IsAllow, statement.Conditions, $"policy {policy}, {statement.Title}");

    /// <summary>With the conditions that are left once some were met.</summary>
    /// <param name="met">For each condition, <c>1</c> where it was met.</param>
    internal StatementTerms TermsWithout(string met)
    {
        if (!met.Contains('1', StringComparison.Ordinal))
        {
            return Terms;
        }

        if (!terms.TryGetValue(met, out StatementTerms? known))
        {
            terms.Add(met, known = StatementTerms.Of(statement.IsAllow, [.. statement.Conditions.Where((_, i) => met[i] != '1')], Title));
        }

        return known;
    }

    internal Support Support(string what) => new(fact, null, $"{Title}{what}", pointer);
}

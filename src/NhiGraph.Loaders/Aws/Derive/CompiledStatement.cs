using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A statement of an identity policy with its actions matched and its resource patterns read. One object for each statement of a fact; holders share it.</summary>
/// <param name="Policy">What a reader calls the policy.</param>
/// <param name="Pointer">Where the statement stands in the fact.</param>
/// <param name="Resources">The patterns as written, with variables.</param>
internal sealed class CompiledStatement(FactKey fact, string policy, string pointer, PolicyStatement statement, IndexSet actions, bool variables)
{
    internal FactKey Fact => fact;

    internal string Pointer => pointer;

    internal PolicyStatement Statement => statement;

    internal IndexSet Actions => actions;

    /// <summary>How a reader finds it: <c>policy deploy, statement 2 (Sid AllowAll)</c>.</summary>
    internal string Title { get; } = $"policy {policy}, {statement.Title}";

    /// <summary>What it says depends on who holds it.</summary>
    internal bool HasVariables { get; } = variables && statement.Resources.Any(resource => resource.Contains("${", StringComparison.Ordinal));

    internal ImmutableArray<Condition> Conditions { get; } = statement.IsAllow ? ConditionSets.Sorted(statement.Conditions.Where(condition => !DateWindow.IsWindow(condition)).Select(ConditionSets.Of)) : [];

    /// <summary>When an Allow can hold, as its dates say.</summary>
    internal Validity Window { get; } = statement.IsAllow ? DateWindow.Of(statement.Conditions) : Validity.Always;

    /// <summary>When a Deny does not apply, where dates alone say so.</summary>
    internal Validity? Outside { get; } = statement is { IsAllow: false, Conditions: [var condition] } ? DateWindow.Outside(condition) : null;

    /// <summary>Under which condition a Deny does not apply; null for one that always does.</summary>
    internal Condition? Unless { get; } = !statement.IsAllow && statement.Conditions.Length > 0 ? ConditionSets.Unless(statement.Conditions, $"policy {policy}, {statement.Title}") : null;

    internal Support Support(string what) => new(fact, null, $"{Title}{what}", pointer);
}

using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A statement with its policy variables replaced for one holder; where it has none, the same for every holder.</summary>
/// <param name="Unknown">Variables that nobody can tell yet: the patterns have <c>*</c> in their place.</param>
internal sealed record BoundStatement(CompiledStatement Source, ImmutableArray<ArnPattern> Patterns, ImmutableArray<Condition> Unknown)
{
    internal bool IsNot => Source.Statement.IsNotResource;

    /// <summary>What a Deny takes out.</summary>
    internal Exclusion Reach => field ??= Exclusion.Of(Patterns, IsNot);

    /// <summary>Null for a Deny that always applies.</summary>
    internal Condition? Unless => Source.Unless ?? (Unknown.IsEmpty ? null : Unknown[0]);

    /// <summary>What tells two bindings apart.</summary>
    internal string Text => field ??= $"{Source.Fact.Dataset} {Source.Fact.Key} {Source.Pointer} {(Source.HasVariables ? string.Join(',', Patterns.Select(pattern => pattern.Text)) : "")}";
}

using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A statement, or the part of it that hangs on variables nobody can tell, as one holder has it; where nothing in it depends on the holder, the same for every holder.</summary>
/// <param name="Kept">Of what matches the patterns, what it is not about: what NotResource names, what is of other regions.</param>
/// <param name="Unknown">Variables that nobody can tell yet: the patterns have <c>*</c> in their place.</param>
/// <param name="Terms">What its conditions come to, without those that the holder meets.</param>
internal sealed record BoundStatement(CompiledStatement Source, ImmutableArray<ArnPattern> Patterns, ImmutableArray<ArnPattern> Kept, ImmutableArray<Condition> Unknown, StatementTerms Terms)
{
    /// <summary>What it is about: what a Deny takes out.</summary>
    internal Exclusion Reach => field ??= new(Patterns, Kept);

    /// <summary>What must hold for an Allow, beside dates.</summary>
    internal ImmutableArray<Condition> Conditions => ConditionSets.Union(Terms.Conditions, Unknown);

    /// <summary>Null for a Deny that always applies. Where nobody can tell whether it is about the holder, that comes before its own conditions.</summary>
    internal Condition? Unless => Unknown.IsEmpty ? Terms.Unless : Unknown[0];

    /// <summary>What tells two bindings apart.</summary>
    internal string Text => field ??= $"{Source.Fact.Dataset} {Source.Fact.Key} {Source.Pointer}{Source.Part}{(Source.DependsOnHolder || Source.Span is not null ? Own : "")}";

    private string Own => $" {Reach.Text}{string.Concat(Unknown.Select(one => " if " + one.Key))}{string.Concat(Terms.Conditions.Select(one => " if " + one.Statement))}{(Unless is { } unless ? " unless " + unless.Statement : "")}";
}

using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Whether patterns with exclusions reach one named thing.</summary>
internal static class Resources
{
    /// <summary>Null when it is not reached, else the conditions for it.</summary>
    internal static ImmutableArray<Condition>? On(ImmutableArray<ArnPattern> includes, ImmutableArray<Exclusion> exclusions, ImmutableArray<LoweredBy> lowered, ArnPattern arn)
    {
        if (!includes.Any(include => include.Covers(arn)) || exclusions.Any(exclusion => exclusion.Covers(arn)))
        {
            return null;
        }

        return lowered.IsEmpty ? [] : ConditionSets.Sorted(lowered.Where(part => part.Of.Covers(arn)).Select(part => part.Unless));
    }
}

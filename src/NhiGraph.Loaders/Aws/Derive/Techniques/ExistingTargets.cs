using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive.Workloads;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>The listed workloads that a technique can use.</summary>
internal sealed class ExistingTargets(WorkloadIndex workloads)
{
    /// <summary>There are none but those that are listed.</summary>
    internal bool IsWhole(Technique technique) => workloads.IsWhole(technique.Existing!.Dataset);

    /// <summary>Those that have a role and that all rights reach, each once, with what must be true for it.</summary>
    internal IEnumerable<(Workload Workload, ImmutableArray<Condition> Conditions)> Reached(Technique technique, ImmutableArray<(PermissionScope Scope, Grant Grant)> rights)
    {
        ImmutableArray<Condition> needs = technique.Existing!.Needs is { } needed ? [ConditionSets.Make("Prerequisite", "Exists", [], needed)] : [];
        foreach (Workload workload in workloads.Of(technique.Existing.Dataset).Where(workload => workload.Has(technique.Existing.Having) && (technique.PassesRole || workloads.RolesOf(workload).Any())).DistinctBy(workload => workload.Key))
        {
            if (On(workload, rights) is { } conditions)
            {
                yield return (workload, ConditionSets.Union(needs, conditions));
            }
        }
    }

    /// <summary>Null where some right does not reach it.</summary>
    private static ImmutableArray<Condition>? On(Workload workload, ImmutableArray<(PermissionScope Scope, Grant Grant)> rights)
    {
        ImmutableArray<Condition> all = [];
        foreach ((_, Grant grant) in rights.Where(right => right.Scope == PermissionScope.Workload))
        {
            ImmutableArray<Condition>[] reached = [.. workload.Patterns.Select(pattern => Resources.On(grant.Includes, grant.Exclusions, grant.Lowered, pattern)).OfType<ImmutableArray<Condition>>()];
            if (reached.Length == 0)
            {
                return null;
            }

            all = ConditionSets.Union(all, reached.MinBy(conditions => conditions.Length));
        }

        return all;
    }
}

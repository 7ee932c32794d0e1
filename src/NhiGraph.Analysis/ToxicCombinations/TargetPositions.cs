using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>The resources that a part is about, in the containment order, so that those of a range are found without looking at each. O(resources) to make.</summary>
internal sealed class TargetPositions
{
    private readonly AccessGraph _graph;
    private readonly int[] _next;

    internal TargetPositions(AccessGraph graph, PartTarget target, IReadOnlyCollection<int> tagged)
    {
        _graph = graph;
        _next = new int[graph.ResourceCount + 1];
        _next[^1] = graph.ResourceCount;
        HashSet<int>? allowed = target.Tag is null ? null : [.. tagged];
        bool[] types = new bool[256];
        foreach (ResourceType type in target.Types)
        {
            types[(int)type] = true;
        }

        for (int position = graph.ResourceCount - 1; position >= 0; position--)
        {
            int resource = graph.ResourceAt(position);
            bool matches = (target.Types.IsEmpty || types[(int)graph.ResourceTypeOf(resource)])
                && (target.MinSensitivity == Sensitivity.Unknown || (graph.SensitivityOf(resource) >= target.MinSensitivity && graph.TraitsOf(resource) is ResourceTraits.HoldsData or ResourceTraits.RunsCode))
                && (allowed?.Contains(resource) ?? true)
                && (target.Environments.IsEmpty || EnvironmentOf(resource) is { } environment && target.Environments.Contains(environment, StringComparer.OrdinalIgnoreCase));
            _next[position] = matches ? position : _next[position + 1];
        }
    }

    /// <summary>The first that matches in a range from a place on; -1 when there is none.</summary>
    internal int FirstIn(PositionRange range, int from)
    {
        int position = _next[from];
        return position < range.End ? position : -1;
    }

    internal int FirstIn(PositionRange range) => FirstIn(range, range.Start);

    /// <summary>A resource is of the environment of the nearest container that has one.</summary>
    private string? EnvironmentOf(int resource)
    {
        for (int node = resource; node >= 0; node = _graph.ParentOf(node))
        {
            if (_graph.EnvironmentOf(node) is { } environment)
            {
                return environment;
            }
        }

        return null;
    }
}

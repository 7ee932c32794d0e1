using NhiGraph.Graph.Csr;

namespace NhiGraph.Graph.Reach;

/// <summary>Workspaces of one graph, kept for the next question. As many as could run at once; more are made when needed and let go after.</summary>
internal sealed class WorkspacePool(AccessGraph graph)
{
    private readonly ReachWorkspace?[] kept = new ReachWorkspace?[Math.Max(4, Environment.ProcessorCount)];

    internal ReachWorkspace Rent()
    {
        for (int i = 0; i < kept.Length; i++)
        {
            if (kept[i] is not null && Interlocked.Exchange(ref kept[i], null) is { } workspace)
            {
                return workspace;
            }
        }

        return new ReachWorkspace(graph);
    }

    internal void Return(ReachWorkspace workspace)
    {
        for (int i = 0; i < kept.Length; i++)
        {
            if (kept[i] is null && Interlocked.CompareExchange(ref kept[i], workspace, null) is null)
            {
                return;
            }
        }
    }
}

using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>
/// How certainly each node of a closure is reached: the certainty of its strongest path, which is that path's weakest edge. What is reached with a certainty is the closure over the edges at
/// least as certain, bounded in depth as the question is; so each certainty that was met is one walk more. Counts need only the strongest, and nothing is walked again where all is proved.
/// </summary>
internal sealed class Strengths(ReachWorkspace workspace)
{
    private readonly EdgeFilter filter = new(workspace.Graph.Content);
    private Closure? stronger;
    private byte[]? levels;
    private bool hasProved;
    private bool hasLevels;

    /// <summary>What is proved to be reached, starts among it.</summary>
    internal Closure Proved()
    {
        if (workspace.Closure.AllProved)
        {
            return workspace.Closure;
        }

        if (!hasProved)
        {
            Walk(Certainty.Proved);
            hasProved = true;
        }

        return stronger!;
    }

    /// <summary>Of a reached node or a start.</summary>
    internal Certainty Of(int node)
    {
        if (!hasLevels)
        {
            FillLevels();
            hasLevels = true;
        }

        return workspace.Closure.AllProved ? Certainty.Proved : (Certainty)levels![node];
    }

    internal void Clear()
    {
        hasProved = false;
        hasLevels = false;
        stronger?.Clear();
    }

    /// <summary>Weakest first, so that what is reached more certainly is written over, and what is proved is left in <see cref="stronger"/>.</summary>
    private void FillLevels()
    {
        Closure walked = workspace.Closure;
        if (walked.AllProved)
        {
            return;
        }

        levels ??= new byte[workspace.Graph.NodeCount];
        Fill(walked, walked.Weakest);
        for (Certainty floor = walked.Weakest + 1; floor <= Certainty.Proved; floor++)
        {
            if (floor == Certainty.Proved || walked.Saw(floor))
            {
                Walk(floor);
                Fill(stronger!, floor);
            }
        }

        hasProved = true;
    }

    private void Fill(Closure reached, Certainty certainty)
    {
        foreach (ulong entry in reached.Entries)
        {
            levels![entry >> 32] = (byte)certainty;
        }
    }

    private void Walk(Certainty floor)
    {
        stronger ??= new Closure(workspace.Graph, ordered: false);
        stronger.Clear();
        filter.Use(workspace.Options, floor);
        if (workspace.Closure.IsReversed)
        {
            stronger.Reverse(workspace.Starts, workspace.Seeds, filter, workspace.Options.MaxDepth);
        }
        else
        {
            stronger.Forward(workspace.Starts, filter, workspace.Options.MaxDepth);
        }
    }
}

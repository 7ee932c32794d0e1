using NhiGraph.Analysis.Paths;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Paths;

public sealed class PathsAnswerTests
{
    private static readonly TraversalOptions Options = new(PathGraph.Now);

    [Fact]
    public void Page_PagesPutTogether_AreAllPathsOnce()
    {
        AccessGraph graph = Diamonds(count: 4);
        using var whole = PathsAnswer.Of(graph, ["n0", "nowhere"], ["n4"], Options);
        string[] all = [.. whole.Page(0, 100, out bool more, TestContext.Current.CancellationToken).Select(Text)];
        Assert.Equal(16, all.Distinct().Count());
        Assert.False(more);
        Assert.False(whole.Truncated);
        Assert.Equal(["nowhere"], whole.From.NotFound);

        var paged = new List<string>();
        for (int skip = 0; skip < 16; skip += 5)
        {
            // Every page is asked of an answer of its own, as requests do.
            using var answer = PathsAnswer.Of(graph, ["n0"], ["n4"], Options);
            paged.AddRange(answer.Page(skip, 5, out more, TestContext.Current.CancellationToken).Select(Text));
            Assert.Equal(skip + 5 < 16, more);
        }

        Assert.Equal(all, paged);
    }

    [Fact]
    public void Page_NodeToItself_IsEmpty()
    {
        AccessGraph graph = Diamonds(count: 1);
        using var answer = PathsAnswer.Of(graph, ["n0"], ["n0"], Options);
        Assert.Empty(answer.Page(0, 10, out bool more, TestContext.Current.CancellationToken));
        Assert.False(more);
    }

    [Fact]
    public void Page_BoundHit_GivesWhatWasFoundAndSaysSo()
    {
        AccessGraph graph = Diamonds(count: 20);
        using var answer = PathsAnswer.Of(graph, ["n0"], ["n20"], Options, new PathBounds(MaxScannedEdges: 5_000));
        Assert.NotEmpty(answer.Page(0, 1_000_000, out bool more, TestContext.Current.CancellationToken));
        Assert.True(answer.Truncated);
        Assert.False(more);
    }

    private static AccessGraph Diamonds(int count)
    {
        var graph = new SmallGraph();
        for (int i = 0; i < count; i++)
        {
            graph.Nodes(NodeKinds.Identity, $"n{i}", $"l{i}", $"r{i}")
                .Edge($"n{i}", EdgeKind.CanAssume, $"l{i}").Edge($"n{i}", EdgeKind.CanAssume, $"r{i}").Edge($"l{i}", EdgeKind.CanAssume, $"n{i + 1}").Edge($"r{i}", EdgeKind.CanAssume, $"n{i + 1}");
        }

        return graph.Nodes(NodeKinds.Identity, $"n{count}").Build();
    }

    private static string Text(AccessPath path) => string.Join('-', path.Steps.Select(step => step.Edge));
}

using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.BlastRadius;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>What falls if the subject falls, in short.</summary>
/// <param name="Resources">That hold data or run code.</param>
/// <param name="Named">The nearest sensitive resources, where they are few enough to be named; else none.</param>
public sealed record TrustReach(bool ReachesResources, ReachBounds Resources, ReachBounds Sensitive, ReachBounds Administers, ImmutableArray<int> Named)
{
    private const int MostNamed = 20;
    private const int MostListed = 2_000;

    /// <summary>Costs a walk and counts; lists only where what it lists is little.</summary>
    internal static TrustReach Of(TrustSubject subject)
    {
        using var answer = BlastRadiusAnswer.Of(subject.Graph, [subject.Node], subject.Options);
        ReachSummary summary = answer.Summary;
        ImmutableArray<int> named = summary.SensitiveResources.Possible is 0 or > MostListed
            ? []
            : [.. answer.Resources(new ResourceQuery { MinSensitivity = Sensitivity.Confidential }, 0, MostNamed).Items.Select(resource => resource.Node)];
        return new(answer.ReachesResources, summary.Resources, summary.SensitiveResources, summary.Administers, named);
    }
}

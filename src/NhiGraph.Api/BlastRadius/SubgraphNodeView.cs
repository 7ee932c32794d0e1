using System.Globalization;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Entities;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.BlastRadius;

/// <summary>One dot of a picture.</summary>
internal sealed record SubgraphNodeView(BlastRadiusQuestion Question, SubgraphNode Dot)
{
    internal EntityNode? Entity => Dot.Node < 0 ? null : Question.Entity(Dot.Node);

    /// <summary>The entity's name, or how many of which kind.</summary>
    internal object? Label => Entity is { } entity
        ? entity.Stored(stored => stored.Node.Name)
        : string.Create(CultureInfo.InvariantCulture, $"{Dot.Count} × {Dot.Kind.Text()}");
}

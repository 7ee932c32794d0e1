using NhiGraph.Api.Snapshots;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Sources;

/// <summary>A run as the request's snapshot knows it.</summary>
internal sealed record RunView(AskedGraph Asked, Run Run)
{
    internal SourceView? Source => Run.Source is { } id ? SourceView.Of(Asked, id) : null;
}

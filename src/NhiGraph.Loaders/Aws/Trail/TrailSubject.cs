using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>The thing of the graph that an event is about.</summary>
/// <param name="Certainty">PROVED where id or time say that it is this very thing; DECLARED where only its name does, or only the log knows of it.</param>
internal sealed record TrailSubject(string Key, string Name, Certainty Certainty);

namespace NhiGraph.Scenarios.Reading;

/// <summary>A scenario file that cannot be read; the message has file and line.</summary>
internal sealed class ScenarioException(string message, Exception? inner = null) : Exception(message, inner);

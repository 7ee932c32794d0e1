using System.Text.Json.Nodes;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>A fault that says that there is nothing, and the document that says the same.</summary>
/// <param name="Code">The service's code.</param>
internal sealed record NoneAnswer(string Code, JsonObject Document);

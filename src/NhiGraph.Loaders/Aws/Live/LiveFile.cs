using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Live;

/// <summary>What AWS gave for one option of <c>nhigraph load aws</c>.</summary>
/// <param name="Kind">The option, without its dashes.</param>
/// <param name="Name">The file's name within its account.</param>
internal sealed record LiveFile(string Kind, string Name, ExportFile Content);

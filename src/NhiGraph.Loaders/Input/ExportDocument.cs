using System.Text.Json;

namespace NhiGraph.Loaders.Input;

/// <summary>One JSON document of a file: what one call of the CLI printed.</summary>
/// <param name="Place">The file, and which document of it, up to and with the <c>#</c> of its JSON pointers.</param>
internal readonly record struct ExportDocument(string Place, JsonElement Root)
{
    public string At(string pointer) => Place + pointer;
}

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>RFC 6901.</summary>
internal static class JsonPointer
{
    public static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

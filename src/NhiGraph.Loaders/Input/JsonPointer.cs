namespace NhiGraph.Loaders.Input;

/// <summary>RFC 6901, but for a member whose name looks like a secret: that is not told.</summary>
internal static class JsonPointer
{
    public static string Escaped(string name) => SecretPattern.InText(name) is { } secret ? $"({secret})" : name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>What a request is for: one thing, all that a pattern covers, or nothing in particular.</summary>
internal sealed class RequestResource
{
    private readonly string[]? fields;

    private RequestResource(string[]? fields)
    {
        this.fields = fields;
        IsPattern = fields is not null && Array.Exists(fields, field => Glob.IsWild(field));
    }

    /// <summary>An action without resources is matched by the whole-string <c>*</c> alone.</summary>
    internal static RequestResource None { get; } = new(null);

    internal bool IsNone => fields is null;

    internal bool IsPattern { get; }

    internal ReadOnlySpan<string> Fields => fields;

    internal static RequestResource Of(params string[] fields) => new(fields);

    /// <summary>A short pattern is padded; null for what is neither ARN nor pattern.</summary>
    internal static RequestResource? Parse(string text)
    {
        string[] given = Glob.Normalize(text) == "*" ? ["arn"] : text.Split(':', 6);
        bool arn = Glob.Matches(given[0], "arn");
        return given.Length == 6 ? (arn ? new(given) : null)
            : Glob.IsWild(text) && arn ? new([.. given, .. Enumerable.Repeat("*", 6 - given.Length)])
            : null;
    }

    /// <summary>The patterns match all of it.</summary>
    internal bool IsWithin(string[] patterns)
    {
        for (int i = 0; i < 6; i++)
        {
            if (!Glob.Contains(patterns[i], fields![i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The patterns match some of it.</summary>
    internal bool Touches(string[] patterns)
    {
        for (int i = 0; i < 6; i++)
        {
            if (!Glob.Overlaps(patterns[i], fields![i]))
            {
                return false;
            }
        }

        return true;
    }
}

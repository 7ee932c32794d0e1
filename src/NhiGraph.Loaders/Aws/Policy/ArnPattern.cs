namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// A resource pattern of an identity policy. It matches field by field over the six fields of an ARN, with case: a wildcard never crosses the first five colons,
/// but the whole-string <c>*</c> matches everything. A pattern with fewer fields is padded with <c>*</c>, as identity policies are.
/// </summary>
internal sealed class ArnPattern : IEquatable<ArnPattern>, IComparable<ArnPattern>
{
    private readonly string[] fields;

    private ArnPattern(string text, string[] fields)
    {
        Text = text;
        this.fields = fields;
        IsLiteral = fields.Length == 6 && !Glob.IsWild(text);
    }

    /// <summary>Everything there is, and what has no resource at all.</summary>
    internal static ArnPattern Everything { get; } = new("*", []);

    /// <summary>What has no resource at all: an action that is asked without one. It matches no ARN.</summary>
    internal static ArnPattern NoResource { get; } = Parse("none");

    /// <summary>In normal form: equal texts are equal patterns.</summary>
    internal string Text { get; }

    internal bool IsEverything => fields.Length == 0;

    /// <summary>It names one thing.</summary>
    internal bool IsLiteral { get; }

    internal string Service => Field(2);

    internal string Region => Field(3);

    internal string Account => Field(4);

    internal string Resource => Field(5);

    internal static ArnPattern Parse(string text)
    {
        string normal = Glob.Normalize(text);
        if (normal == "*")
        {
            return Everything;
        }

        string[] given = normal.Split(':', 6);
        if (given.Length == 6)
        {
            return new(normal, given);
        }

        string[] padded = [.. given, .. Enumerable.Repeat("*", 6 - given.Length)];
        return new(string.Join(':', padded), padded);
    }

    /// <summary>The same in another region.</summary>
    internal ArnPattern In(string region) => Parse($"{Field(0)}:{Field(1)}:{Service}:{region}:{Account}:{Resource}");

    /// <summary>Everything that the other matches, this matches.</summary>
    internal bool Covers(ArnPattern other)
    {
        if (IsEverything || other.IsEverything)
        {
            return IsEverything;
        }

        for (int i = 0; i < 6; i++)
        {
            if (!Glob.Contains(fields[i], other.fields[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Some ARN is matched by both.</summary>
    internal bool Overlaps(ArnPattern other)
    {
        if (IsEverything || other.IsEverything)
        {
            return true;
        }

        for (int i = 0; i < 6; i++)
        {
            if (!Glob.Overlaps(fields[i], other.fields[i]))
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(ArnPattern? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as ArnPattern);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public int CompareTo(ArnPattern? other) => string.CompareOrdinal(Text, other?.Text);

    public override string ToString() => Text;

    private string Field(int index) => IsEverything ? "*" : fields[index];
}

using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>A resource of a statement: the whole-string <c>*</c>, or six fields that are matched one by one with case, so that no wildcard crosses one of the first five colons.</summary>
internal sealed class ResourcePattern
{
    private readonly ImmutableArray<VariableText> fields;

    private ResourcePattern(string written, ImmutableArray<VariableText> fields) => (Written, this.fields) = (written, fields);

    internal string Written { get; }

    internal bool IsEverything => fields.IsEmpty;

    /// <summary>A pattern of fewer fields is padded with <c>*</c> in what is attached to a principal; in a resource's or endpoint's policy only one with a wildcard is, in an SCP only one that ends in a wildcard. Null for one that matches nothing.</summary>
    internal static ResourcePattern? Compile(string text, bool variables, AwsPolicyKind role)
    {
        if (Glob.Normalize(text) == "*")
        {
            return new(text, []);
        }

        List<string> parts = Split(text);
        bool stands = parts.Count == 6 || role switch
        {
            AwsPolicyKind.Identity or AwsPolicyKind.Boundary or AwsPolicyKind.Session => true,
            AwsPolicyKind.Resource or AwsPolicyKind.Endpoint => Glob.IsWild(text),
            AwsPolicyKind.Scp => text.EndsWith('*'),
            _ => false,
        };
        return stands ? new(text, [.. parts.Concat(Enumerable.Repeat("*", 6 - parts.Count)).Select(part => VariableText.Parse(part, variables))]) : null;
    }

    /// <summary>The patterns of its six fields for a request; null where a variable has no value, so that it matches nothing.</summary>
    internal string[]? FieldsFor(RequestContext context, out bool known)
    {
        known = true;
        var texts = new string[fields.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            if (fields[i].Resolve(context, out bool told) is not { } text)
            {
                return null;
            }

            texts[i] = text;
            known &= told;
        }

        return texts;
    }

    /// <summary>Whether it matches all of what is asked for (<paramref name="all"/>), or some of it.</summary>
    internal Formula Of(RequestResource asked, RequestContext context, bool all)
    {
        if (IsEverything)
        {
            return Formula.Yes;
        }

        bool known = true;
        if (asked.IsNone || FieldsFor(context, out known) is not { } patterns || !(all ? asked.IsWithin(patterns) : asked.Touches(patterns)))
        {
            return Formula.No;
        }

        return known ? Formula.Yes : Formula.Of(new UnmetCondition("Resource", string.Join(" and ", Unknown(context)), [Written], null));
    }

    /// <summary>The variables that could not be told.</summary>
    private IEnumerable<string> Unknown(RequestContext context) => fields.SelectMany(field => field.Keys).Where(key => context[key].IsUnknown).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>At the first five colons; those of variables' names do not count.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>(6);
        int start = 0;
        bool inside = false;
        for (int i = 0; i < text.Length && parts.Count < 5; i++)
        {
            inside = inside ? text[i] != '}' : text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{';
            if (text[i] == ':' && !inside)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}

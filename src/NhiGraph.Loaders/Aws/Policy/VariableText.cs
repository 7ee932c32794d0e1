using System.Collections.Immutable;
using System.Text;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// A text of a policy that may hold variables: <c>${key}</c>, <c>${key, 'default'}</c>, and <c>${*}</c>, <c>${?}</c>, <c>${$}</c> for the characters themselves.
/// Wildcards of the text stay wildcards; those of a variable's value mean themselves.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html"/>
internal sealed class VariableText
{
    private readonly ImmutableArray<Piece> pieces;

    private VariableText(string written, ImmutableArray<Piece> pieces)
    {
        Written = written;
        this.pieces = pieces;
        Constant = pieces.All(piece => piece.Key is null) ? string.Concat(pieces.Select(piece => piece.Text)) : null;
    }

    internal string Written { get; }

    /// <summary>Its text where it holds no variables.</summary>
    internal string? Constant { get; }

    /// <summary>The context keys of its variables.</summary>
    internal IEnumerable<string> Keys => pieces.Select(piece => piece.Key).OfType<string>();

    /// <param name="variables">Whether variables count: not in policies of versions before 2012-10-17.</param>
    internal static VariableText Parse(string text, bool variables) => new(text, variables && text.Contains("${", StringComparison.Ordinal) ? [.. Pieces(text)] : [new(text, null)]);

    /// <summary>The text for a request.</summary>
    /// <param name="known">False where a variable could not be told: the text then has <c>*</c> in its place, which is the most it can match.</param>
    /// <returns>Null where a variable has no value and no default, or many values: such a text matches nothing.</returns>
    internal string? Resolve(RequestContext context, out bool known)
    {
        known = true;
        if (Constant is not null)
        {
            return Constant;
        }

        var text = new StringBuilder();
        foreach (Piece piece in pieces)
        {
            ContextValue value = piece.Key is null ? default : context[piece.Key];
            if (value.IsUnknown)
            {
                known = false;
                text.Append('*');
            }
            else if (piece.Key is null || value.IsAbsent)
            {
                if (piece.Text is null)
                {
                    return null;
                }

                text.Append(piece.Text);
            }
            else if (value.IsList)
            {
                return null;
            }
            else
            {
                text.Append(Wildcard.Escaped(value.Values[0]));
            }
        }

        return text.ToString();
    }

    private static IEnumerable<Piece> Pieces(string text)
    {
        int at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and int start && text.IndexOf('}', start) is >= 0 and int end)
        {
            yield return new(text[at..start], null);
            yield return Variable(text[(start + 2)..end]);
            at = end + 1;
        }

        yield return new(text[at..], null);
    }

    private static Piece Variable(string inside)
    {
        string name = inside.Trim();
        if (name is "*" or "?" or "$")
        {
            return new(Wildcard.Escaped(name), null);
        }

        int comma = name.IndexOf(',', StringComparison.Ordinal);
        string fallback = comma < 0 ? "" : name[(comma + 1)..].Trim();
        return fallback is ['\'', .. string text, '\''] ? new(Wildcard.Escaped(text), name[..comma].TrimEnd()) : new(null, comma < 0 ? name : name[..comma].TrimEnd());
    }

    /// <param name="Text">Literal text; for a variable its default, null for none.</param>
    /// <param name="Key">The context key of a variable.</param>
    private readonly record struct Piece(string? Text, string? Key);
}

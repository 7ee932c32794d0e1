using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What a pattern of subjects really admits, in words and by its parts. A wildcard runs over everything that follows, so what it stands in decides whose subjects they may be.</summary>
/// <param name="Parts">The parts that it names, as properties.</param>
internal sealed record Admission(AdmissionBreadth Breadth, string Statement, ImmutableArray<(string Name, string? Value)> Parts)
{
    /// <param name="subject">A subject, or a pattern of subjects; <c>*</c> where no condition names any.</param>
    internal static Admission Of(string issuer, string subject)
    {
        if (OidcPlatform.Of(issuer) is not { } platform)
        {
            return new(AdmissionBreadth.Unknown, subject == "*" ? $"any subject of {issuer}: no condition names one" : Glob.IsWild(subject) ? $"subjects of {issuer} like {subject}" : $"the subject {subject} of {issuer}", []);
        }

        (string[] values, string? context) = Split(platform, subject);
        bool tenant = !Glob.IsWild(values[0]) || (platform.TenantEnds is { } end && values[0].IndexOf(end, StringComparison.Ordinal) is > 0 and var at && at < values[0].AsSpan().IndexOfAny('*', '?'));
        AdmissionBreadth breadth = !Glob.IsWild(subject) ? AdmissionBreadth.One : tenant || !platform.Open ? AdmissionBreadth.Several : AdmissionBreadth.Anybody;
        List<string> words = [.. platform.Parts.Select((part, i) => Word(platform, part.Noun, values[i])).Reverse()];
        if (platform.Context is not null)
        {
            words.Insert(0, ContextWords(platform, context));
        }

        string statement = subject == "*" ? $"any subject of {platform.Platform}: no condition names one" : $"{string.Join(" of ", words.Where(word => word.Length > 0))} ({platform.Platform})";
        return new(breadth, breadth == AdmissionBreadth.Anybody ? statement + ": anybody can have such a one" : statement, [("admits", statement), .. platform.Parts.Select((part, i) => (part.Name, values[i] == "*" ? null : values[i]))]);
    }

    /// <summary>The value of each part, with its wildcards, <c>*</c> where nothing is said of it; and what follows, null where even that there is a context is not said.</summary>
    private static (string[] Values, string? Context) Split(OidcPlatform platform, string subject)
    {
        string[] values = [.. platform.Parts.Select(_ => "*")];
        if (!subject.StartsWith(platform.Parts[0].Before, StringComparison.Ordinal))
        {
            // Subjects can be made otherwise; of what begins with a wildcard only the end is known.
            return (values, platform.Context is { } mark && subject.StartsWith('*') && subject.IndexOf(mark, StringComparison.Ordinal) is > 0 and var after ? subject[(after + mark.Length)..] : "*");
        }

        int from = platform.Parts[0].Before.Length;
        for (int i = 0; i < values.Length; i++)
        {
            string? next = i + 1 < values.Length ? platform.Parts[i + 1].Before : platform.Context;
            int end = next is null ? -1 : subject.IndexOf(next, from, StringComparison.Ordinal);
            values[i] = end < 0 ? subject[from..] : subject[from..end];
            if (Glob.IsWild(values[i]) && platform.Context is { } mark && mark != next && values[i].IndexOf(mark, StringComparison.Ordinal) is > 0 and var early)
            {
                // The wildcard runs over further parts up to the context.
                int context = from + early + mark.Length;
                values[i] = values[i][..early];
                return (values, subject[context..]);
            }

            if (end < 0)
            {
                // A wildcard runs on into all that follows.
                return (values, Glob.IsWild(values[i]) ? "*" : null);
            }

            from = end + next!.Length;
        }

        return (values, subject[from..]);
    }

    private static string Word(OidcPlatform platform, string noun, string value)
    {
        string[] named = platform.Id is { } mark ? value.Split(mark, 2) : [value];
        return value == "*" ? $"any {noun}"
            : named is [var name, var id] && !Glob.IsWild(value) ? $"{noun} {name} (by its id {id})"
            : Glob.IsWild(value) ? $"any {noun} like {value}"
            : $"{noun} {value}";
    }

    private static string ContextWords(OidcPlatform platform, string? context)
    {
        if (context is null)
        {
            return "tokens without a context";
        }

        if (platform.Contexts.FirstOrDefault(form => context.StartsWith(form.Form, StringComparison.Ordinal)) is { } known)
        {
            string value = context[known.Form.Length..];
            return value.Length == 0 ? $"any {known.Noun}" : value == "*" ? $"any {known.Noun}" : Glob.IsWild(value) ? $"any {known.Noun} like {value}" : $"{known.Noun} {value}";
        }

        OidcContext[] may = [.. platform.Contexts.Where(form => Glob.Overlaps(context, form.Form + "*"))];
        return context == "*" || may.Length == platform.Contexts.Length ? "any run" : may.Length > 0 ? $"any {string.Join(" or ", may.Select(form => form.Noun))}" : $"runs in the context {context}";
    }
}

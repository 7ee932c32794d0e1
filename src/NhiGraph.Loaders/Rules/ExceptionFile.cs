using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Runs;
using YamlDotNet.RepresentationModel;

namespace NhiGraph.Loaders.Rules;

/// <summary>Reads dated exceptions of a YAML file: a list.</summary>
internal static class ExceptionFile
{
    private static readonly string[] Members = ["rule", "actor", "until", "by", "why"];

    /// <param name="rules">The ids that may be named.</param>
    internal static IEnumerable<RuleException> Read(string file, ReadOnlyMemory<byte> content, IReadOnlyCollection<string> rules, Action<Problem> tell)
    {
        foreach (YamlNode root in YamlDocuments.Read(file, content, tell))
        {
            if (root is not YamlSequenceNode list)
            {
                tell(RuleProblems.Wrong(file, root.Start.Line, "the file", "a list of exceptions, each beginning with a dash"));
                continue;
            }

            foreach (YamlNode node in list.Children)
            {
                if (YamlMembers.Of(file, "the exception", node, Members, tell) is { } members && Of(file, members, rules, tell) is { } exception)
                {
                    yield return exception;
                }
            }
        }
    }

    private static RuleException? Of(string file, YamlMembers members, IReadOnlyCollection<string> rules, Action<Problem> tell)
    {
        string? rule = members.Text("rule");
        if (rule is not null && !rules.Contains(rule))
        {
            tell(RuleProblems.NoSuchRule(file, members.LineOf("rule"), rule, rules));
            rule = null;
        }

        string? actor = members.Text("actor");
        string? until = members.Text("until");
        string? by = members.Text("by");
        string? why = members.Text("why");
        if (until is not null && !Instants.TryParse(until, out DateTimeOffset _))
        {
            members.Wrong(members.Find("until")!, "until", "a date such as 2027-06-30: the exception holds before it");
            until = null;
        }

        return rule is null || actor is null || until is null || by is null || why is null ? null
            : new(actor, rule, Instants.TryParse(until, out DateTimeOffset end) ? end : default, by, why);
    }
}

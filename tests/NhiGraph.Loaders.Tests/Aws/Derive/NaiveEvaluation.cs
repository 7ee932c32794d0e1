using System.Text.RegularExpressions;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>AWS's rules asked request by request, without patterns algebra, sets or hubs. Shares with the code only the table of actions.</summary>
internal static class NaiveEvaluation
{
    /// <param name="Conditional">It has a condition that nobody evaluates.</param>
    internal sealed record Statement(bool Allow, string[] Actions, bool NotAction, string[] Resources, bool NotResource, bool Conditional)
    {
        internal string Json =>
            $$"""{"Effect":"{{(Allow ? "Allow" : "Deny")}}","{{(NotAction ? "NotAction" : "Action")}}":[{{List(Actions)}}],"{{(NotResource ? "NotResource" : "Resource")}}":[{{List(Resources)}}]{{(Conditional ? ""","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""" : "")}}}""";

        private static string List(string[] items) => string.Join(',', items.Select(item => $"\"{item}\""));
    }

    private static readonly Dictionary<(string, string), bool> Matched = [];

    private static readonly Dictionary<(string, string), bool> Named = [];

    /// <summary>The capabilities that a principal with these statements has on the resource.</summary>
    /// <param name="requests">The ARNs to ask for with the type that each is of.</param>
    /// <param name="proved">Conditions of an Allow fail and those of a Deny hold; otherwise the reverse.</param>
    internal static CapabilitySet Of(IReadOnlyList<Statement> statements, string? userName, IEnumerable<(string Arn, int Kind)> requests, bool proved)
    {
        CapabilitySet has = default;
        foreach ((string arn, int kind) in requests)
        {
            bool[] named = [.. statements.Select(statement => statement.Resources.Any(pattern => ArnLike(pattern, userName, arn)) != statement.NotResource)];
            foreach (ActionInfo action in Requests.ByKind[kind])
            {
                bool Applies(int i) => named[i] && statements[i].Actions.Any(pattern => Names(pattern, action)) != statements[i].NotAction;
                bool allowed = Enumerable.Range(0, statements.Count).Any(i => statements[i].Allow && !(proved && statements[i].Conditional) && Applies(i));
                bool denied = allowed && Enumerable.Range(0, statements.Count).Any(i => !statements[i].Allow && (proved || !statements[i].Conditional) && Applies(i));
                has = allowed && !denied ? has.Union(action.Gives) : has;
            }
        }

        return has;
    }

    private static bool Names(string pattern, ActionInfo action)
    {
        if (!Named.TryGetValue((pattern, action.Name), out bool names))
        {
            Named.Add((pattern, action.Name), names = Like(pattern.ToLowerInvariant(), action.Name.ToLowerInvariant()));
        }

        return names;
    }

    private static bool ArnLike(string pattern, string? userName, string arn)
    {
        if (pattern == "*")
        {
            return true;
        }

        if (pattern.Contains("${aws:username}"))
        {
            if (userName is null)
            {
                return false;
            }

            pattern = pattern.Replace("${aws:username}", userName);
        }

        string[] wanted = pattern.Split(':', 6), fields = arn.Split(':', 6);
        return Enumerable.Range(0, 6).All(i => Like(i < wanted.Length ? wanted[i] : "*", fields[i]));
    }

    private static bool Like(string pattern, string text)
    {
        if (!Matched.TryGetValue((pattern, text), out bool like))
        {
            Matched.Add((pattern, text), like = Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace("\\*", ".*").Replace("\\?", ".") + "$", RegexOptions.Singleline | RegexOptions.CultureInvariant));
        }

        return like;
    }
}

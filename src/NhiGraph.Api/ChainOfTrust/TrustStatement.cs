using System.Collections.Immutable;
using System.Globalization;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.ChainOfTrust;

/// <summary>What a reviewer reads first: used by whom, made and owned by whom, what it reaches, how old its secret is, and what is missing or not known.</summary>
internal sealed class TrustStatement(TrustView chain)
{
    private readonly AccessGraph _graph = chain.Graph;

    internal string Text => string.Join(' ', new[] { Use(), People(), Reach(), Secrets(), Wrong(), Lacking(TrustState.Missing, "Missing"), NotKnown() }.Where(sentence => sentence.Length > 0));

    private TrustLink this[TrustLinkKind kind] => chain.Answer[kind];

    private string Use()
    {
        TrustLink consumer = this[TrustLinkKind.Consumer];
        string where = this[TrustLinkKind.Environment].Nodes is [int stating, ..] ? $" in {_graph.EnvironmentOf(stating)}" : "";
        string names = TrustWords.Names(chain, consumer.Nodes);
        return consumer.Reason switch
        {
            _ when chain.Answer.Subject.Kind == NodeKinds.Consumer => chain.Answer.Subject.Identities is { Length: > 0 } identities ? $"Acts as {TrustWords.Names(chain, [.. this[TrustLinkKind.Identity].Nodes.DefaultIfEmpty(identities[0])])}{where}." : "",
            TrustReason.Used => $"Used by {names}{where}.",
            TrustReason.ConsumerIdle => $"Used by {names}{where}, last on {TrustWords.Day(consumer.At)}.",
            TrustReason.ConsumerGone => $"Used by {names}{where}, which is gone.",
            TrustReason.TakenOn => $"Taken on by {names}{where}.",
            _ => "",
        };
    }

    private string People()
    {
        TrustLink creator = this[TrustLinkKind.Creator];
        string made = creator.Nodes.Length == 0 ? "" : $"Created by {TrustWords.Names(chain, creator.Nodes)}{(creator.Reason == TrustReason.MakerLeft ? $", who left on {TrustWords.Day(creator.At)}" : "")}";
        ImmutableArray<TrustLink> owners = [this[TrustLinkKind.BusinessOwner], this[TrustLinkKind.TechnicalOwner]];
        int[] here = [.. owners.Where(link => link.State == TrustState.Present).SelectMany(link => link.Nodes).Distinct()];
        TrustLink? left = owners.FirstOrDefault(link => link.State == TrustState.Contradicted);
        string owned = here.Length > 0 ? $"owned by {TrustWords.Names(chain, here)}"
            : left is null ? ""
            : left.Reason == TrustReason.TeamEmpty ? $"owned by {TrustWords.Names(chain, left.Nodes)}, in which nobody is"
            : $"owned by {TrustWords.Names(chain, left.Nodes)}, who left on {TrustWords.Day(left.At)}";
        string both = made.Length > 0 && owned.Length > 0 ? $"{made}, {owned}" : made + owned;
        return both.Length == 0 ? "" : $"{char.ToUpperInvariant(both[0])}{both[1..]}.";
    }

    private string Reach() => this[TrustLinkKind.Resources].State == TrustState.Present ? $"Reaches {TrustWords.Reach(chain.Answer.Reach)}." : "";

    /// <summary>The age is that of the oldest.</summary>
    private string Secrets()
    {
        TrustLink rotation = this[TrustLinkKind.Rotation];
        string names = TrustWords.Names(chain, rotation.Nodes);
        return rotation.Reason switch
        {
            TrustReason.Fresh or TrustReason.TooOld => Sentence($"{names} {(rotation.Nodes.Length == 1 ? "is" : "are")} static, {TrustWords.Days(chain, rotation.At)}"),
            TrustReason.KnownToLeaver => Sentence(TrustWords.Leavers(chain, rotation)),
            _ => "",
        };
    }

    /// <summary>What is contradicted or stale and not said before.</summary>
    private string Wrong() => string.Join(' ', chain.Links
        .Where(link => link.Link.State is TrustState.Contradicted or TrustState.Stale)
        .Where(link => link.Link.Kind is TrustLinkKind.Credential or TrustLinkKind.Identity or TrustLinkKind.Escalation or TrustLinkKind.Purpose or TrustLinkKind.Expiry or TrustLinkKind.Usage)
        .Select(link => link.Link.Kind == TrustLinkKind.Escalation ? $"Escalation: {link.Statement}" : link.Statement));

    private string Lacking(TrustState state, string word)
    {
        string[] links = [.. chain.Answer.Links.Where(link => link.State == state).Select(link => Words(link.Kind))];
        return links.Length == 0 ? "" : $"{word}: {string.Join(", ", links)}.";
    }

    private string NotKnown()
    {
        string unknown = Lacking(TrustState.Unknown, "Unknown");
        string sources = TrustWords.Sources(chain.Links.Where(link => link.Link.State == TrustState.Unknown).SelectMany(chain.NotWhole).Distinct().Order(StringComparer.Ordinal));
        return unknown.Length == 0 || sources.Length == 0 ? unknown : $"{unknown[..^1]} (not read whole: {sources}).";
    }

    private static string Words(TrustLinkKind kind) => kind.Text().Replace('_', ' ').ToLower(CultureInfo.InvariantCulture);

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}

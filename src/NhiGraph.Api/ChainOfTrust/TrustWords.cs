using System.Globalization;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.ChainOfTrust;

/// <summary>Links in plain words.</summary>
internal static class TrustWords
{
    private const int MostSources = 4;

    /// <summary>One sentence; where the link is not known, another that says what was not read.</summary>
    internal static string Of(TrustLinkView link)
    {
        string what = Reason(link);
        return link.Link.State == TrustState.Unknown && Sources(link.Chain.NotWhole(link)) is { Length: > 0 } sources ? $"{what} Not read whole: {sources}." : what;
    }

    internal static string Sources(IEnumerable<string> all)
    {
        string[] sources = [.. all];
        return string.Join(", ", sources.Take(MostSources)) + (sources.Length > MostSources ? string.Create(CultureInfo.InvariantCulture, $" and {sources.Length - MostSources} more") : "");
    }

    /// <summary>At most three names; a count for the rest.</summary>
    internal static string Names(TrustView chain, IReadOnlyCollection<int> nodes)
    {
        string[] names = [.. nodes.Take(TrustView.MostNamed).Select(node => Name(chain, node))];
        return nodes.Count > names.Length ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names)} and {nodes.Count - names.Length} more")
            : names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    internal static string Day(long? at) => at is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "a day that no source tells";

    internal static string Days(TrustView chain, long? since) => since is not { } at ? "of unknown age"
        : (chain.Asked.At - at) / 86_400 is 1 ? "1 day old" : string.Create(CultureInfo.InvariantCulture, $"{(chain.Asked.At - at) / 86_400} days old");

    internal static string Counted(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    internal static string Reach(TrustReach reach) =>
        $"{Counted(reach.Resources.Possible, "resource")}, {reach.Sensitive.Possible.ToString(CultureInfo.InvariantCulture)} sensitive"
        + (reach.Administers.Possible > 0 ? $", and administers {Counted(reach.Administers.Possible, "container")}" : "");

    /// <summary>Who left and knows which secret.</summary>
    internal static string Leavers(TrustView chain, TrustLink rotation)
    {
        ILookup<bool, int> people = rotation.Nodes.ToLookup(node => (chain.Graph.KindsOf(node) & NodeKinds.Human) != 0);
        return $"{Names(chain, [.. people[true]])} left{(rotation.At is null ? "" : $" on {Day(rotation.At)}")} and knows the secret of {Names(chain, [.. people[false]])}, not rotated since";
    }

    /// <summary>With the sort of thing it is, where that tells more than the name.</summary>
    private static string Name(TrustView chain, int node)
    {
        string name = chain.Stored(node)?.Node.Name ?? chain.Graph.KeyOf(node);
        AccessGraph graph = chain.Graph;
        NodeFacts facts = graph.FactsOf(node);
        string sort = (graph.KindsOf(node) & NodeKinds.Team) != 0 ? "team"
            : (graph.KindsOf(node) & NodeKinds.Consumer) != 0 && facts.ConsumerType != ConsumerType.Unknown ? Words(facts.ConsumerType)
            : (graph.KindsOf(node) & NodeKinds.Credential) != 0 && facts.CredentialType != CredentialType.Unknown ? Words(facts.CredentialType)
            : "";
        return sort.Length == 0 || name.Contains(sort, StringComparison.OrdinalIgnoreCase) ? name : $"{sort} {name}";
    }

    private static string Words<TEnum>(TEnum value) where TEnum : struct, Enum => value.Text().Replace('_', ' ').ToLowerInvariant();

    private static string Reason(TrustLinkView view)
    {
        TrustLink link = view.Link;
        TrustView chain = view.Chain;
        string names = Names(chain, link.Nodes);
        bool unknown = link.State == TrustState.Unknown;
        return link.Reason switch
        {
            TrustReason.Used => chain.Answer.Subject.Kind == NodeKinds.Consumer ? $"{names} is there." : $"Used by {names}.",
            TrustReason.TakenOn when link.Kind == TrustLinkKind.Consumer => $"Taken on by {names}.",
            TrustReason.TakenOn => "It needs no credential of its own: it is taken on by a trust.",
            TrustReason.ConsumerIdle => $"{names} did not run since {Day(link.At)}.",
            TrustReason.ConsumerGone => $"{names} should use it, and is not there any more.",
            TrustReason.ConsumerUnlisted => $"{names} is named, and nothing that was read lists it.",
            TrustReason.OnlyTrusted => unknown ? $"A trust admits {names}; whether anything uses it is not known." : $"A trust admits {names}; nothing uses it.",
            TrustReason.NotUsed => unknown ? "What uses it is not known." : "Nothing uses it.",
            TrustReason.Authenticates => $"Authenticated by {names}.",
            TrustReason.WorksThoughDisabled => $"{names} still works, and its identity is disabled.",
            TrustReason.CredentialInactive => $"{names} does not work any more.",
            TrustReason.NoCredential => unknown ? "Whether it has a credential is not known." : "It has no credential.",
            TrustReason.Acts => $"Acts as {names}.",
            TrustReason.IdentityDisabled => $"{names} is disabled.",
            TrustReason.IdentityUnlisted => $"{names} is named, and nothing that was read lists it.",
            TrustReason.NoIdentity => unknown ? "What it acts as is not known." : "It acts as nothing.",
            TrustReason.Reaches => $"Reaches {Reach(chain.Answer.Reach)}.",
            TrustReason.ReachesNothing => unknown ? "It reaches nothing by what was read." : "It reaches nothing.",
            TrustReason.Made => $"Created by {names}.",
            TrustReason.MadeByAutomation => $"Created by the automation {names}; no person is on record.",
            TrustReason.MakerLeft => $"Created by {names}, who left on {Day(link.At)}.",
            TrustReason.NoMaker => unknown ? "Who created it is not known." : "Nobody is on record as having created it.",
            TrustReason.Owned => $"{names}.",
            TrustReason.OwnerLeft => $"{names} left on {Day(link.At)}, and nobody else answers for it.",
            TrustReason.TeamEmpty => $"Nobody is in {names}.",
            TrustReason.OwnerUncertain => $"{names}; whether they are here is not known.",
            TrustReason.OwnerNamedOnly => "A tag names an owner whom no source knows.",
            TrustReason.NoOwner => unknown ? "Whether there is one is not known." : "There is none.",
            TrustReason.Stated when link.Kind == TrustLinkKind.Environment => $"{chain.Graph.EnvironmentOf(link.Nodes[0])}.",
            TrustReason.Stated => chain.Stored(link.Nodes[0])?.Node[PropertyNames.Purpose] is { } purpose ? $"{purpose.TrimEnd('.')}." : "Stated.",
            TrustReason.ApplicationRetired => $"Its application {names} was retired{(link.At is null ? "" : $" on {Day(link.At)}")}.",
            TrustReason.NotStated => unknown ? "None is stated in what was read." : "None is stated.",
            TrustReason.Fresh => $"{names}: {Days(chain, link.At)} at most.",
            TrustReason.NothingToRotate => "Nothing has to be rotated by hand.",
            TrustReason.TooOld => $"{names} is {Days(chain, link.At)}.",
            TrustReason.KnownToLeaver => $"{Leavers(chain, link)}.",
            TrustReason.AgeUnknown => $"How old {names} is, is not known.",
            TrustReason.Ends => link.At is null ? "It ends by itself." : $"Ends on {Day(link.At)}.",
            TrustReason.PastItsEnd => $"{names} was to end on {Day(link.At)} and is still enabled.",
            TrustReason.Endless => $"{names} never ends.",
            TrustReason.EndUnknown => $"When {names} ends is not known.",
            TrustReason.UsedLately => $"Last used on {Day(link.At)}.",
            TrustReason.UsedLongAgo => $"Not used since {Day(link.At)}.",
            TrustReason.NeverUsed => "It was never used.",
            _ => "When it was used last is not known.",
        };
    }
}

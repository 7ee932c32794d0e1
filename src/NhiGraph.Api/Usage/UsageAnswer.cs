using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Usage;

/// <summary>When something was last used, or how surely it was not.</summary>
internal sealed record UsageAnswer(UsageState State, DateTimeOffset? At, CompletenessAnswer Completeness)
{
    /// <summary>The usage of an identity or credential: a <see cref="UsageAnswer"/> or the promise of one.</summary>
    internal static object? Of(EntityNode entity) => entity.Stored(stored => Of(entity, stored));

    /// <summary>NEVER needs a dataset that keeps uses, lists this very thing, was read whole and remembers since the thing was made; sessions, trusts and well-known principals are in none.</summary>
    internal static UsageAnswer Of(EntityNode entity, StoredNode stored)
    {
        CompletenessAnswer completeness = entity.Asked.Snapshot.Coverage.Of(DatasetTells.Usage, entity.Scopes);
        if (UtcDateTimeGraphType.Parse(stored.Node[PropertyNames.LastUsedAt]) is { } at)
        {
            return new(UsageState.Known, at, completeness);
        }

        bool never = IsKept(stored.Node) && stored.Assertions.Any(assertion => completeness.Sources.Any(source =>
            source.State == DatasetState.Complete && source.Source == assertion.Fact.Source && source.Scope == assertion.Fact.Scope && source.Dataset == assertion.Fact.Dataset
            && source.Scope == stored.Node[PropertyNames.Scope] && Remembers(source, stored.Node)));
        return new(never ? UsageState.Never : UsageState.Unknown, null, completeness);
    }

    private static bool Remembers(SourceState source, GraphNode node) =>
        source.Remembers is not { } back || (source.AsOf is { } read && UtcDateTimeGraphType.Parse(node[PropertyNames.CreatedAt]) is { } made && made >= read - back);

    private static bool IsKept(GraphNode node) =>
        EntityNode.FlagOf(node[PropertyNames.Known]) != false
        && ((node.Kinds & NodeKinds.Credential) != 0
            ? VocabularyText.ParseOrDefault<CredentialType>(node[PropertyNames.CredentialType]) is not (CredentialType.FederatedTrust or CredentialType.Ambient or CredentialType.SigningCertificate or CredentialType.Certificate or CredentialType.Unknown)
            : VocabularyText.ParseOrDefault<IdentityType>(node[PropertyNames.IdentityType]) is not (IdentityType.Session or IdentityType.WellKnown or IdentityType.Unknown));
}

using NhiGraph.Api.Schema;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Entities;

/// <summary>Why a credential does not work at the time asked.</summary>
/// <param name="From">Since when, where that is known.</param>
/// <param name="Until">Until when, where that is known.</param>
internal sealed record Inactive(InactiveReason Reason, DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>Null, an <see cref="Inactive"/>, or the promise of either. A credential works while it authenticates somebody; one that authenticates nobody is judged by its own facts.</summary>
    internal static object? Of(EntityNode credential)
    {
        Validity[] validities = [.. credential.Graph.Out(credential.Node).Where(edge => edge.Kind == EdgeKind.Authenticates).Select(edge => credential.Graph.ValidityOf(edge.Id))];
        return validities.Length == 0 ? credential.Stored(stored => Of(stored, credential.Asked.At))
            : validities.Any(validity => validity.InactiveAt(credential.Asked.At) == InactiveReason.None) ? null
            : Of(validities[0], credential.Asked.At);
    }

    private static Inactive? Of(Validity validity, long at) => validity.InactiveAt(at) switch
    {
        InactiveReason.None => null,
        InactiveReason.Expired => new(InactiveReason.Expired, Instant(validity.Until), null),
        InactiveReason.NotYetValid => new(InactiveReason.NotYetValid, null, Instant(validity.From)),
        InactiveReason reason => new(reason, null, null),
    };

    private static Inactive? Of(StoredNode stored, long at)
    {
        bool disabled = EntityNode.FlagOf(stored.Node[PropertyNames.Enabled]) == false;
        long until = UtcDateTimeGraphType.Parse(stored.Node[PropertyNames.ExpiresAt])?.ToUnixTimeSeconds() ?? long.MaxValue;
        return Of(new Validity(long.MinValue, until, disabled), at);
    }

    private static DateTimeOffset Instant(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}

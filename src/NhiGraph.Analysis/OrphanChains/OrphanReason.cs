namespace NhiGraph.Analysis.OrphanChains;

/// <summary>Why nobody answers for a chain, or which link it lacks. The number is the bit in a set of reasons; append only.</summary>
public enum OrphanReason : byte
{
    /// <summary>No owner, of its own or of its application.</summary>
    NoOwner,
    /// <summary>Its owners left, and no other is here.</summary>
    OwnerDeparted,
    /// <summary>A team owns it in which nobody is, and no other owner is here.</summary>
    TeamEmpty,
    /// <summary>Every application it belongs to is retired.</summary>
    ApplicationRetired,
    /// <summary>Nobody owns it, and no source that saw it made names who did.</summary>
    CreatorUnknown,
    /// <summary>Who made it left, and either nobody owns it or that person still knows its secret.</summary>
    CreatorDeparted,
    /// <summary>Nothing is seen to use it; a trust that would let somebody in is no consumer.</summary>
    NoConsumer,
    /// <summary>Nothing authenticates the identity and nobody can take it on.</summary>
    NoCredential,
    /// <summary>It reaches no resource.</summary>
    NoResource,
    /// <summary>It trusts somebody who is not there.</summary>
    DanglingTrust,
    /// <summary>The credential works and its identity is disabled.</summary>
    CredentialOfDisabledIdentity,
}

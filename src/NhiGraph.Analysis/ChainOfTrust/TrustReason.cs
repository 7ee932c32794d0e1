namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>Why a link is in its state; whoever shows it makes a sentence of it.</summary>
public enum TrustReason : byte
{
    Used,
    /// <summary>Nothing of its own uses it: others take it on.</summary>
    TakenOn,
    /// <summary>What uses it has not run for long.</summary>
    ConsumerIdle,
    ConsumerGone,
    /// <summary>What uses it is named by something and listed by nobody.</summary>
    ConsumerUnlisted,
    /// <summary>A trust would let somebody in; nobody was seen.</summary>
    OnlyTrusted,
    NotUsed,
    Authenticates,
    WorksThoughDisabled,
    /// <summary>Disabled or expired.</summary>
    CredentialInactive,
    NoCredential,
    Acts,
    IdentityDisabled,
    IdentityUnlisted,
    NoIdentity,
    Reaches,
    ReachesNothing,
    Made,
    /// <summary>By another identity; its owners are known at second hand only.</summary>
    MadeByAutomation,
    MakerLeft,
    NoMaker,
    Owned,
    OwnerLeft,
    TeamEmpty,
    /// <summary>Nobody knows whether the owners are still here.</summary>
    OwnerUncertain,
    /// <summary>A tag names somebody whom no source knows.</summary>
    OwnerNamedOnly,
    NoOwner,
    Stated,
    ApplicationRetired,
    NotStated,
    Fresh,
    NothingToRotate,
    TooOld,
    /// <summary>Somebody who left knows the secret: it was not rotated since.</summary>
    KnownToLeaver,
    AgeUnknown,
    Ends,
    /// <summary>Its end is over and it is still enabled.</summary>
    PastItsEnd,
    Endless,
    EndUnknown,
    UsedLately,
    UsedLongAgo,
    NeverUsed,
    UseUnknown,
}

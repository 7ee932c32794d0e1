namespace NhiGraph.Analysis.Departure;

/// <summary>Why something is proposed; whoever shows it makes a sentence of it.</summary>
public enum DepartureReason : byte
{
    OwnAccount,
    KnowsSecret,
    /// <summary>Nobody else who is here owns it.</summary>
    NobodyElse,
    /// <summary>Nobody else is there to turn to.</summary>
    NobodyToTurnTo,
    ApplicationRetired,
    NotUsed,
    OthersAnswer,
    /// <summary>An entitlement is nobody's own: whoever holds it answers for it.</summary>
    HeldByOthers,
    AlreadyDisabled,
    NoLongerWorks,
}

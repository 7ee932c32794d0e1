using NhiGraph.Analysis.OrphanChains;

namespace NhiGraph.Api.OrphanChains;

/// <summary>Reasons in plain words.</summary>
internal static class OrphanWords
{
    internal static string Of(OrphanReason reason, string trusted) => reason switch
    {
        OrphanReason.NoOwner => "nobody owns it",
        OrphanReason.OwnerDeparted => "its owner left",
        OrphanReason.TeamEmpty => "nobody is in the team that owns it",
        OrphanReason.ApplicationRetired => "its application is retired",
        OrphanReason.CreatorUnknown => "who made it is not known",
        OrphanReason.CreatorDeparted => "who made it left",
        OrphanReason.NoConsumer => "nothing is seen to use it",
        OrphanReason.NoCredential => "nothing signs in as it",
        OrphanReason.NoResource => "it reaches nothing",
        OrphanReason.DanglingTrust => $"it trusts {trusted}, who is not there",
        _ => "its identity is disabled and it still works",
    };

    internal static string Unknown(OrphanReason reason) => reason switch
    {
        OrphanReason.NoOwner => "whether somebody owns it",
        OrphanReason.OwnerDeparted => "whether its owner is still here",
        OrphanReason.TeamEmpty => "whether somebody is in the team that owns it",
        OrphanReason.NoConsumer => "what uses it",
        OrphanReason.NoCredential => "what signs in as it",
        _ => "what it reaches",
    };
}

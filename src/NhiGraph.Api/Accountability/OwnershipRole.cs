namespace NhiGraph.Api.Accountability;

/// <summary>What an owner answers for.</summary>
internal enum OwnershipRole
{
    Unknown,
    Business,
    Technical,
    Escalation,
}

namespace NhiGraph.Analysis.Kpis;

/// <summary>What is known of one identity or credential; <c>May</c>: it is not there, and the sources that were read cannot tell.</summary>
[Flags]
internal enum KpiFlags : ushort
{
    None = 0,
    Business = 1 << 0,
    MayBusiness = 1 << 1,
    Technical = 1 << 2,
    MayTechnical = 1 << 3,
    Escalation = 1 << 4,
    MayEscalation = 1 << 5,
    Chain = 1 << 6,
    MayChain = 1 << 7,
    Used = 1 << 8,
    MayUsed = 1 << 9,
    ShortLived = 1 << 10,
    Static = 1 << 12,
    NoPosture = 1 << 14,
}

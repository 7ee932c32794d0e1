using System.Numerics;
using NhiGraph.Analysis.Answers;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.OrphanChains;

/// <summary>
/// Sensitive reach x privilege x posture, in whole numbers. Reach: 1 + the binary digits of the number of sensitive resources (0, 1, 2 to 3, 4 to 7 ... give 1, 2, 3, 4 ...).
/// Privilege: 5 administers, 4 gives or takes on access, 3 changes something, 2 reads data or secrets, else 1. Posture: 4 static, 3 unknown, 2 expiring, else (and without a credential) 1.
/// CRITICAL from 60, HIGH from 20, MEDIUM from 8.
/// </summary>
public static class OrphanSeverity
{
    private static readonly CapabilitySet GivesAccess = CapabilitySet.Of(Capability.GrantAccess, Capability.ApproveAccess, Capability.ManageIdentities, Capability.CreateCredential, Capability.Impersonate);
    private static readonly CapabilitySet Reads = CapabilitySet.Of(Capability.ReadData, Capability.ReadSecret);
    private static readonly CapabilitySet Harmless = CapabilitySet.Of(Capability.List, Capability.ReadConfig).Union(Reads);

    public static int Score(int sensitive, CapabilitySet capabilities, Posture? posture) =>
        (1 + 32 - BitOperations.LeadingZeroCount((uint)sensitive)) * Privilege(capabilities) * Weight(posture);

    public static Severity Of(int score) => score >= 60 ? Severity.Critical : score >= 20 ? Severity.High : score >= 8 ? Severity.Medium : Severity.Low;

    private static int Privilege(CapabilitySet capabilities) =>
        capabilities.Contains(Capability.Administer) ? 5
        : !capabilities.Intersect(GivesAccess).IsEmpty ? 4
        : (capabilities.Bits & ~Harmless.Bits) != 0 ? 3
        : !capabilities.Intersect(Reads).IsEmpty ? 2
        : 1;

    private static int Weight(Posture? posture) => posture switch { Posture.Static => 4, Posture.Unknown => 3, Posture.Expiring => 2, _ => 1 };
}

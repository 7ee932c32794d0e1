namespace NhiGraph.Analysis.Kpis;

/// <summary>Key figures over the non-human identities that are not disabled, and the credentials that work for them.</summary>
/// <param name="Owners">KPI-01: active business owner, active technical owner and escalation, all three.</param>
/// <param name="Chains">KPI-02: a consumer seen, by a credential, through the identity, to a resource.</param>
/// <param name="Consumers">Credentials that something is seen to use.</param>
/// <param name="Posture">KPI-03: credentials that are federated or renewed within hours, by their posture.</param>
/// <param name="Static">Credentials valid until somebody removes them.</param>
public sealed record KpiFigures(KpiRatio Owners, KpiRatio BusinessOwners, KpiRatio TechnicalOwners, KpiRatio Escalation, KpiRatio Chains, KpiRatio Consumers, KpiRatio Posture, KpiRatio Static);

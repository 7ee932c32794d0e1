namespace NhiGraph.Graph.Model;

/// <summary>The kinds that one node has: bit n is <see cref="NodeKind"/> n. <c>default</c> is no kind, which no stored node has.</summary>
[Flags]
public enum NodeKinds : ushort
{
    None = 0,
    Human = 1 << NodeKind.Human,
    Team = 1 << NodeKind.Team,
    Application = 1 << NodeKind.Application,
    Consumer = 1 << NodeKind.Consumer,
    Credential = 1 << NodeKind.Credential,
    Identity = 1 << NodeKind.Identity,
    Group = 1 << NodeKind.Group,
    Entitlement = 1 << NodeKind.Entitlement,
    Resource = 1 << NodeKind.Resource,
}

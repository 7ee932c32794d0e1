using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>An immutable snapshot of the graph for analysis: adjacency both ways, columns, keys. Safe for any number of readers.</summary>
public sealed class AccessGraph
{
    /// <summary>The store's version that it was built from.</summary>
    public string Version => throw new NotImplementedException();

    public int NodeCount => throw new NotImplementedException();

    /// <summary>Edges of every use.</summary>
    public int EdgeCount => throw new NotImplementedException();

    public bool TryFind(ReadOnlySpan<char> key, out int node) => throw new NotImplementedException();

    public string KeyOf(int node) => throw new NotImplementedException();

    public NodeKinds KindsOf(int node) => throw new NotImplementedException();

    public Sensitivity SensitivityOf(int node) => throw new NotImplementedException();

    public ResourceTraits TraitsOf(int node) => throw new NotImplementedException();

    /// <summary>The capability of an entitlement.</summary>
    public Capability CapabilityOf(int node) => throw new NotImplementedException();

    /// <summary>The containing resource, or -1.</summary>
    public int ParentOf(int node) => throw new NotImplementedException();

    public string? ScopeOf(int node) => throw new NotImplementedException();

    public string? EnvironmentOf(int node) => throw new NotImplementedException();

    /// <summary>Walked edges that leave a node, in key order.</summary>
    public IEnumerable<AccessEdge> Out(int node) => throw new NotImplementedException();

    /// <summary>Walked edges that enter a node.</summary>
    public IEnumerable<AccessEdge> In(int node) => throw new NotImplementedException();

    /// <summary>ON edges of an entitlement.</summary>
    public IEnumerable<AccessEdge> Targets(int entitlement) => throw new NotImplementedException();

    /// <summary>ON edges that name a resource itself (not its containers).</summary>
    public IEnumerable<AccessEdge> TargetedBy(int resource) => throw new NotImplementedException();

    /// <summary>Evidence edges that leave a node.</summary>
    public IEnumerable<AccessEdge> EvidenceOut(int node) => throw new NotImplementedException();

    /// <summary>Evidence edges that enter a node.</summary>
    public IEnumerable<AccessEdge> EvidenceIn(int node) => throw new NotImplementedException();

    public AccessEdge EdgeAt(int edge) => throw new NotImplementedException();

    public Validity ValidityOf(int edge) => throw new NotImplementedException();

    public string? TechniqueOf(int edge) => throw new NotImplementedException();

    public ImmutableArray<Condition> ConditionsOf(int edge) => throw new NotImplementedException();

    public ImmutableArray<string> AssumptionsOf(int edge) => throw new NotImplementedException();

    public OnTarget? OnOf(int edge) => throw new NotImplementedException();

    /// <summary>The identity of an edge, to find its evidence in the store.</summary>
    public EdgeKey EdgeKeyOf(int edge) => throw new NotImplementedException();
}

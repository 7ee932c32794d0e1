using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Csr;

/// <summary>An immutable snapshot of the graph for analysis: adjacency both ways, columns, keys. Safe for any number of readers.</summary>
/// <remarks>
/// Nodes are numbered in the ordinal order of their keys, edges in the order of their <see cref="EdgeKey"/> within walked, ON and evidence, so that
/// "least node" and "least edge" are the least numbers. Node and edge numbers hold for this graph alone.
/// </remarks>
public sealed partial class AccessGraph
{
    internal AccessGraph(GraphContent content)
    {
        GraphChecks.Check(content);
        Content = content;
        Blocks = EdgeBlock.ReverseAll(content.Offsets, content.Heads, content.Flags);
        Tree = ContainmentTree.Build(content);
        Hubs = HubTargets.Build(content, Tree);
        Sums = ResourceSums.Of(content, Tree);
        Workspaces = new WorkspacePool(this);
    }

    /// <summary>The store's version that it was built from.</summary>
    public string Version => Content.Version;

    public int NodeCount => Content.Keys.Count;

    /// <summary>Edges of every use.</summary>
    public int EdgeCount => Content.Heads.Length;

    /// <summary>CONTAINS edges that the containment tree could not keep: a second parent, or a cycle.</summary>
    public ImmutableArray<ContainmentConflict> Conflicts => Tree.Conflicts;

    internal GraphContent Content { get; }

    internal EdgeBlock[] Blocks { get; }

    internal ContainmentTree Tree { get; }

    internal HubTargets Hubs { get; }

    internal ResourceSums Sums { get; }

    internal WorkspacePool Workspaces { get; }

    internal int[] Heads => Content.Heads;

    internal byte[] Flags => Content.Flags;

    public bool TryFind(ReadOnlySpan<char> key, out int node) => Content.Keys.TryFind(key, out node);

    public string KeyOf(int node) => Content.Keys.Text(node);

    /// <summary>The key as UTF-8, without making a string.</summary>
    public ReadOnlySpan<byte> Utf8KeyOf(int node) => Content.Keys[node];

    public NodeKinds KindsOf(int node) => (NodeKinds)Content.Kinds[node];

    public Sensitivity SensitivityOf(int node) => (Sensitivity)Content.Sensitivity[node];

    public ResourceTraits TraitsOf(int node) => (ResourceTraits)Content.Traits[node];

    public ResourceType ResourceTypeOf(int node) => (ResourceType)Content.ResourceTypes[node];

    public NodeFacts FactsOf(int node) => new(Content.Facts[node]);

    /// <summary>In Unix seconds; null where no source says. O(log nodes that have the date).</summary>
    public long? DateOf(int node, NodeDate date) => Content.Dates[(int)date][node];

    /// <summary>Whether a capability is stated of the node, as it is of every entitlement that covers a resource.</summary>
    public bool HasCapability(int node) => Content.Capabilities[node] != GraphContent.NoCapability;

    /// <summary>The capability of an entitlement.</summary>
    /// <exception cref="ArgumentException">None is stated of the node.</exception>
    public Capability CapabilityOf(int node) =>
        HasCapability(node) ? (Capability)Content.Capabilities[node] : throw new ArgumentException($"'{KeyOf(node)}' has no capability.", nameof(node));

    /// <summary>The containing resource, or -1.</summary>
    public int ParentOf(int node) => Tree.Parents[node];

    /// <summary>How many resources there are; they have an order in which what one contains follows it.</summary>
    public int ResourceCount => Tree.Nodes.Length;

    /// <summary>The resource at a place of that order.</summary>
    public int ResourceAt(int position) => Tree.Nodes[position];

    /// <summary>The place of a resource in that order, or -1 for what is no resource.</summary>
    public int PositionOf(int node) => Tree.Positions[node];

    public string? ScopeOf(int node) => Content.Texts[Content.Scopes[node]];

    /// <summary>A number that nodes of one scope share; 0 for those without.</summary>
    public int ScopeNumberOf(int node) => Content.Scopes[node];

    /// <summary>The scope with a number; null for 0.</summary>
    public string? ScopeNamed(int number) => Content.Texts[number];

    /// <summary>The first place of the containment order after this one at which a resource of another scope stands.</summary>
    public int ScopeEndAt(int position) => PlaceRuns.ScopeEnd(position);

    public string? EnvironmentOf(int node) => Content.Texts[Content.Environments[node]];
}

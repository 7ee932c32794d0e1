using System.Collections.Immutable;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Benchmarks.Store;

/// <summary>A generated estate as the records that a loader would write.</summary>
internal sealed class EstateRecords(GeneratedEstate estate)
{
    internal const string Source = "generated";
    internal const string Dataset = "estate";
    private readonly Dictionary<string, ImmutableArray<ImmutableArray<Support>>> supports = new(StringComparer.Ordinal);

    internal IEnumerable<string> Scopes => estate.Nodes.Columns.Select(columns => columns.Scope!).Distinct(StringComparer.Ordinal);

    internal static Fact FactOf(string scope) => new(new FactKey(Source, scope, Dataset, scope), """{"generated":true}""", "generator");

    internal IEnumerable<Assertion> Assertions() =>
        Enumerable.Range(0, estate.Nodes.Keys.Count).Select(node => new Assertion(NodeAt(node), FactOf(estate.Nodes.Columns[node].Scope!).Id, estate.Nodes.Columns[node].Scope!, 2));

    internal IEnumerable<DerivedEdge> Edges() => Enumerable.Range(0, estate.Edges.Count).Select(EdgeAt);

    private GraphNode NodeAt(int node)
    {
        NodeColumns columns = estate.Nodes.Columns[node];
        ImmutableSortedDictionary<string, string>.Builder properties = GraphNode.NoProperties.ToBuilder();
        properties[PropertyNames.Scope] = columns.Scope!;
        if (columns.Environment is { } environment)
        {
            properties[PropertyNames.Environment] = environment;
        }

        switch (columns.Kinds)
        {
            case NodeKinds.Identity:
                properties[PropertyNames.IdentityType] = IdentityType.CloudRole.Text();
                break;
            case NodeKinds.Entitlement:
                properties[PropertyNames.Capability] = columns.Capability!.Value.Text();
                break;
            case NodeKinds.Resource:
                properties[PropertyNames.Sensitivity] = columns.Sensitivity.Text();
                properties[PropertyNames.ResourceType] = (columns.Traits switch { ResourceTraits.Container => ResourceType.Service, ResourceTraits.RunsCode => ResourceType.Function, _ => ResourceType.Bucket }).Text();
                break;
        }

        foreach ((string name, string? value) in EstateProperties.Of(columns).Where(property => property.Value is not null))
        {
            properties[name] = value!;
        }

        string key = estate.Nodes.Keys[node];
        return new GraphNode(key, columns.Kinds, key[(key.LastIndexOf('/') + 1)..], properties.ToImmutable());
    }

    private DerivedEdge EdgeAt(int edge)
    {
        EdgeDetails details = estate.Details[estate.Edges.Details[edge]];
        string owner = estate.Nodes.Columns[estate.Edges.Heads[edge]].Scope!;
        var made = new GraphEdge((EdgeKind)estate.Edges.Kinds[edge], estate.Nodes.Keys[estate.Edges.Tails[edge]], estate.Nodes.Keys[estate.Edges.Heads[edge]], EdgeFlags.CertaintyOf(estate.Edges.Flags[edge]))
        {
            Validity = details.Validity,
            Conditions = details.Conditions,
            Assumptions = details.Assumptions,
            On = details.On,
            Properties = (EdgeKind)estate.Edges.Kinds[edge] == EdgeKind.Owns && details.Qualifier.Length > 0 ? GraphNode.NoProperties.Add(PropertyNames.Role, details.Qualifier) : GraphNode.NoProperties,
        };
        if (!supports.TryGetValue(owner, out ImmutableArray<ImmutableArray<Support>> alternatives))
        {
            supports[owner] = alternatives = [[new Support(FactOf(owner).Id, null, "generated", null)]];
        }

        return new DerivedEdge(made, owner, alternatives);
    }
}

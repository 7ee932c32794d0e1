using System.Globalization;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Benchmarks.Neo4j;

/// <summary>A generated estate as the files of <c>neo4j-admin database import</c>: the graph alone, without the facts and runs behind it.</summary>
internal static class EstateCsv
{
    internal static void Write(GeneratedEstate estate, string directory)
    {
        Directory.CreateDirectory(directory);
        WriteNodes(estate, Path.Combine(directory, "nodes.csv"));
        WriteEdges(estate, Path.Combine(directory, "edges.csv"));
        File.WriteAllText(Path.Combine(directory, "store.csv"), "store:ID,name,version:long,sweptRun:long,:LABEL\nstore,nhigraph,1,1,Store\n");
    }

    private static void WriteNodes(GeneratedEstate estate, string path)
    {
        using var file = new StreamWriter(path);
        file.Write("id:ID,name,scope,environment,capability,sensitivity,trait,sinceRun:long,:LABEL\n");
        for (int node = 0; node < estate.Nodes.Keys.Count; node++)
        {
            NodeColumns columns = estate.Nodes.Columns[node];
            bool resource = columns.Kinds == NodeKinds.Resource;
            string key = estate.Nodes.Keys[node];
            file.Write(string.Join(',', key, key[(key.LastIndexOf('/') + 1)..], columns.Scope, columns.Environment, columns.Capability?.Text(), resource ? columns.Sensitivity.Text() : null,
                resource ? columns.Traits.Text() : null, "1", "Entity;" + columns.Kinds));
            file.Write('\n');
        }
    }

    private static void WriteEdges(GeneratedEstate estate, string path)
    {
        using var file = new StreamWriter(path);
        file.Write(":START_ID,:END_ID,certainty,certaintyRank:int,limited:boolean,validUntil:long,assumed:boolean,assumptions:string[],conditions:string[],effect,covers,sinceRun:long,:TYPE\n");
        for (int edge = 0; edge < estate.Edges.Count; edge++)
        {
            EdgeDetails details = estate.Details[estate.Edges.Details[edge]];
            Certainty certainty = EdgeFlags.CertaintyOf(estate.Edges.Flags[edge]);
            bool limited = !details.Validity.IsAlways;
            file.Write(string.Join(',', estate.Nodes.Keys[estate.Edges.Tails[edge]], estate.Nodes.Keys[estate.Edges.Heads[edge]], certainty.Text(), ((int)certainty).ToString(CultureInfo.InvariantCulture),
                limited ? "true" : null, limited ? details.Validity.Until.ToString(CultureInfo.InvariantCulture) : null, details.Assumptions.IsEmpty ? null : "true", string.Join(';', details.Assumptions),
                string.Join(';', details.Conditions.Select(condition => condition.Statement)), details.On?.Effect.Text(), details.On?.Covers.Text(), "1", ((EdgeKind)estate.Edges.Kinds[edge]).Text()));
            file.Write('\n');
        }
    }
}

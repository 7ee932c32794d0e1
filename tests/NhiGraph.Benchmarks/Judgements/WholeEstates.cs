using NhiGraph.Benchmarks.Estates;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Benchmarks.Judgements;

/// <summary>The generated estates with their people, one after the other, each told by its size and checksum.</summary>
internal static class WholeEstates
{
    internal static int Ask(bool small, string? only, Action<AccessGraph> ask)
    {
        Console.WriteLine(Machine.Line());
        foreach (EstateSize size in new[] { EstateSize.Segmented(small ? 20 : 1), EstateSize.Flat(small ? 20 : 1) }.Where(size => only is null || size.Name == only))
        {
            GeneratedEstate estate = EstateGenerator.WithPeople(size);
            Console.WriteLine(FormattableString.Invariant($"{size.Name}: {estate.Nodes.Keys.Count:N0} nodes, {estate.Edges.Count:N0} edges, checksum {estate.Checksum():x16}"));
            ask(estate.Build());
        }

        return 0;
    }
}

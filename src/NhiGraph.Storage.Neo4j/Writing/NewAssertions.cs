using System.Globalization;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>New assertions in groups of equal dataset and weight.</summary>
internal static class NewAssertions
{
    internal static int SizeOf(Assertion assertion) => 150 + assertion.Node.Key.Length + assertion.Fact.Key.Length + assertion.Node.Properties.Sum(property => property.Key.Length + property.Value.Length);

    internal static void Set(QueryParameters parameters, IReadOnlyList<Assertion> assertions, Numbers numbers)
    {
        var groups = new Dictionary<(long Dataset, int Weight), PackedGroup>();
        foreach (Assertion assertion in assertions)
        {
            (long Dataset, int Weight) alike = (numbers.Dataset(assertion.Fact), assertion.Weight);
            if (!groups.TryGetValue(alike, out PackedGroup? group))
            {
                groups[alike] = group = new PackedGroup(writer =>
                {
                    writer.WriteNumber("dataset", alike.Dataset);
                    writer.WriteNumber("weight", alike.Weight);
                });
            }

            group.Cells.AddRange([assertion.Node.Key, assertion.Fact.Key,
                Chunk.Of(numbers.Owner(assertion.Owner), assertion.Node.Key).ToString(CultureInfo.InvariantCulture), AssertionCode.Text(assertion.Node)]);
        }

        PackedGroup.Set(parameters, groups.Values, []);
    }
}

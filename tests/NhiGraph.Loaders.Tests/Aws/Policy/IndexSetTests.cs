using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Tests.Aws.Policy;

public class IndexSetTests
{
    [Fact]
    public void Operations_agree_with_hash_sets()
    {
        var random = new Random(7);
        for (int round = 0; round < 2000; round++)
        {
            int[] one = Some(random), two = Some(random);
            IndexSet left = IndexSet.Of(one), right = IndexSet.Of(two);
            Assert.Equal(one.Union(two).Order(), left.Or(right).Members());
            Assert.Equal(one.Intersect(two).Order(), left.And(right).Members());
            Assert.Equal(one.Except(two).Order(), left.Except(right).Members());
            Assert.Equal(one.Intersect(two).Any(), left.Intersects(right));
            Assert.Equal(two.All(one.Contains), left.Includes(right));
            Assert.Equal(left.Or(right), right.Or(left));
            Assert.Equal(IndexSet.Of(one.Except(two)), left.Except(right));
            Assert.Equal(one.Distinct().Count(), left.Count);
        }
    }

    private static int[] Some(Random random) => [.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(random.Next(2) == 0 ? 70 : 1000))];
}

using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class DeterminismTests
{
    /// <summary>Facts in any order give equal bytes: nodes, edges with their alternatives, terms and problems, in the same order.</summary>
    [Fact]
    public async Task Shuffled_facts_give_equal_bytes()
    {
        byte[] bytes = GeneratedAccount.AuthorizationDetails(60, seed: 5);
        SourceReading reading = await AwsExport.ReadAsync(new([new ExportFile("generated", () => new MemoryStream(bytes))], [], [], []), TestContext.Current.CancellationToken);
        Fact[] facts = [.. reading.Datasets.SelectMany(dataset => dataset.Facts)];
        Provider provider = AwsProvider.Create();
        string Derived(IEnumerable<Fact> order) => JsonSerializer.Serialize(provider.Derive(new(reading.Datasets[0].Scope, [.. order], ImmutableSortedDictionary<(string, string), DatasetState>.Empty)));
        string expected = Derived(facts);
        Assert.True(expected.Length > 100_000);
        var random = new Random(11);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(expected, Derived(facts.OrderBy(_ => random.Next())));
        }
    }

    [Fact]
    public void Rules_hash_changes_with_the_tag_names()
    {
        Assert.Equal(AwsProvider.Create().RulesHash.Value, AwsProvider.Create(new()).RulesHash.Value);
        Assert.NotEqual(AwsProvider.Create().RulesHash.Value, AwsProvider.Create(new() { Owner = ["contact"] }).RulesHash.Value);
    }
}

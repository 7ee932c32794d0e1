using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Read;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.People.Read;

/// <summary>Each folder of Golden is a load: its files by the beginning of their names, and what must come of it. <c>NHIGRAPH_REBASELINE=1</c> writes what came, and fails, so that no run passes unread.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Cases() => [.. PeopleLoad.Folders];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_load_gives_the_facts_and_problems_that_are_written_down(string name)
    {
        ImmutableArray<SourceReading> readings = await PeopleLoad.ReadAsync(name);
        string found = ReadingText.Of(readings);
        string expected = PeopleLoad.PathOf(name, "expected.json");
        if (Environment.GetEnvironmentVariable("NHIGRAPH_REBASELINE") == "1")
        {
            await File.WriteAllTextAsync(expected, found, TestContext.Current.CancellationToken);
            Assert.Fail($"Wrote {expected}: read the difference, then run without NHIGRAPH_REBASELINE.");
        }

        Assert.Equal(await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken), found);
        Assert.All(readings.SelectMany(reading => reading.Datasets).SelectMany(dataset => dataset.Facts), fact =>
        {
            using JsonDocument content = JsonDocument.Parse(fact.Content);
            Assert.Equal(CanonicalJson.Of(content.RootElement), fact.Content);
        });
    }
}

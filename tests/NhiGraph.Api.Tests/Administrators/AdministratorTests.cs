using System.Text.Json;
using NhiGraph.Api.Tests.Estates;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Api.Tests.Administrators;

/// <summary>Who administers an account, directly or by techniques only, in the sample estate as it was loaded.</summary>
public sealed class AdministratorTests
{
    private static async Task<Asking> SampleAsync()
    {
        var store = new MemoryGraphStore();
        foreach (SourceReading reading in await SampleEstate.ReadAsync(TestContext.Current.CancellationToken))
        {
            await LoadRun.ExecuteAsync(store, reading, [AwsProvider.Create(), PeopleProvider.Create()], TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return Asking.Of(store);
    }

    [Fact]
    public async Task Directly_and_by_technique_are_told_apart()
    {
        await using Asking asking = await SampleAsync();
        JsonElement all = (await asking.DataAsync("""
            { direct: administrators(byTechnique: false, scopes: ["aws:111122223333"], first: 100) { totalCount nodes { identity { name } direct byTechnique certainty path { steps { technique { id } } } } }
              techniques: administrators(byTechnique: true, scopes: ["aws:111122223333"], first: 100) { totalCount nodes { identity { name } direct byTechnique certainty path { steps { technique { id } } } } }
              all: administrators(scopes: ["aws:111122223333"]) { totalCount } proved: administrators(scopes: ["aws:111122223333"], certainty: PROVED) { totalCount } }
            """));
        JsonElement[] direct = [.. all.GetProperty("direct").GetProperty("nodes").EnumerateArray()], techniques = [.. all.GetProperty("techniques").GetProperty("nodes").EnumerateArray()];
        Assert.Equal(all.GetProperty("all").GetProperty("totalCount").GetInt32(), direct.Length + techniques.Length);
        Assert.True(all.GetProperty("proved").GetProperty("totalCount").GetInt32() < direct.Length + techniques.Length);
        JsonElement maintenance = direct.Single(one => one.GetProperty("identity").GetProperty("name").GetString() == "maintenance-lambda");
        Assert.Equal(("PROVED", false), (maintenance.GetProperty("direct").GetString(), maintenance.GetProperty("byTechnique").GetBoolean()));
        JsonElement thumbnail = techniques.Single(one => one.GetProperty("identity").GetProperty("name").GetString() == "thumbnail-lambda");
        Assert.Equal((JsonValueKind.Null, true, "PROVED"), (thumbnail.GetProperty("direct").ValueKind, thumbnail.GetProperty("byTechnique").GetBoolean(), thumbnail.GetProperty("certainty").GetString()));
        Assert.Contains("lambda-001", thumbnail.GetProperty("path").ToString(), StringComparison.Ordinal);
        Assert.All(techniques, one => Assert.Contains("\"id\"", one.GetProperty("path").ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_row_of_administrators_says_which_it_is_and_other_rules_say_nothing()
    {
        await using Asking asking = await SampleAsync();
        JsonElement rows = (await asking.DataAsync("""{ toxicCombinations(first: 200, filter: {includeExcepted: true}) { nodes { rule { id } actor { name } byTechnique } } }""")).GetProperty("toxicCombinations").GetProperty("nodes");
        Assert.All(rows.EnumerateArray(), row => Assert.Equal(row.GetProperty("rule").GetProperty("id").GetString() == "administrators", row.GetProperty("byTechnique").ValueKind != JsonValueKind.Null));
        Assert.Contains(rows.EnumerateArray(), row => row.GetProperty("byTechnique").ValueKind == JsonValueKind.False);
    }
}

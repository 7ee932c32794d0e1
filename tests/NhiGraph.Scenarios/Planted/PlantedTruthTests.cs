using System.Text.Json;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Scenarios.Running;

namespace NhiGraph.Scenarios.Planted;

/// <summary>The sample estate holds exactly what its planted truth says, whichever store and engine answers.</summary>
public sealed class PlantedTruthTests
{
    private static readonly PlantedTruth Truth = PlantedTruth.Read();
    private static readonly string[] AnyState = ["KNOWN", "UNKNOWN"];

    /// <summary>What files of AWS cannot decide; the head of the planted truth says why of each.</summary>
    private static readonly string[] CannotOccur = ["NO_CONSUMER", "NO_CREDENTIAL", "NO_RESOURCE", "CREATOR_UNKNOWN", "CREDENTIAL_OF_DISABLED_IDENTITY"];

    public static TheoryData<string> Settings() => [.. Setting.All.Select(setting => setting.Name)];

    [Theory]
    [MemberData(nameof(Settings))]
    public Task Exactly_the_planted_chains_and_combinations_are_found(string setting) => OnSample(setting, reading => true, async sample =>
    {
        Same("orphan chains", Truth.Orphans, (await sample.RowsAsync("orphan_chains", "orphanChains")).Select(OrphanOf));
        Same("toxic combinations", Truth.Toxic, (await sample.RowsAsync("toxic_combinations", "toxicCombinations", new { includeExcepted = true })).Select(ToxicOf));
        Same("toxic combinations that nobody accepts for now", Truth.Toxic.Where(line => !line.EndsWith("the exception holds", StringComparison.Ordinal)), (await sample.RowsAsync("toxic_combinations", "toxicCombinations")).Select(ToxicOf));
    });

    [Theory]
    [MemberData(nameof(Settings))]
    public Task What_must_not_be_found_is_not(string setting) => OnSample(setting, reading => true, async sample =>
    {
        JsonElement[] rows = await sample.RowsAsync("orphan_chains", "orphanChains", new { states = AnyState });
        Assert.All(Truth.NoOrphans, identity => Assert.DoesNotContain(rows, row => Key(row, "identity") == identity));
        Assert.All(Truth.Owned, identity => Assert.All(rows.Where(row => Key(row, "identity") == identity), row => Assert.Empty(Texts(row, "reasons"))));
        JsonElement[] toxic = await sample.RowsAsync("toxic_combinations", "toxicCombinations", new { includeExcepted = true });
        foreach ((string rule, var identities) in Truth.Separate)
        {
            var parts = SampleEstate.Rules.Rules.Single(one => one.Id == rule).Parts;
            List<HashSet<string>> held = [];
            foreach (string identity in identities)
            {
                JsonElement found = await sample.AskAsync("query ($of: ID!) { blastRadius(of: [$of]) { entities(kinds: [ENTITLEMENT], first: 500) { nodes { entity { ... on Entitlement { capability } } } } } }", new { of = identity });
                held.Add([.. found.GetProperty("blastRadius").GetProperty("entities").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("entity").GetProperty("capability").ToString())]);
            }

            bool Holds(HashSet<string> capabilities, Analysis.ToxicCombinations.RulePart part) => part.Capabilities.Members().Any(capability => capabilities.Contains(Graph.Model.VocabularyText.Text(capability)));
            Assert.All(held, one => Assert.Contains(parts, part => !Holds(one, part)));
            Assert.All(parts, part => Assert.Contains(held, one => Holds(one, part)));
            Assert.DoesNotContain(toxic, row => row.GetProperty("rule").GetProperty("id").ToString() == rule);
        }
    });

    [Fact]
    public void Each_reason_that_can_occur_is_planted_and_no_other()
    {
        string[] planted = [.. Truth.Orphans.SelectMany(line => line[(line.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ')).Distinct()];
        Assert.Equal(Enum.GetValues<OrphanReason>().Select(reason => Graph.Model.VocabularyText.Text(reason)).Except(CannotOccur).Order(StringComparer.Ordinal), planted.Order(StringComparer.Ordinal));
        Assert.Contains(Truth.Toxic, line => line.EndsWith("the exception expired", StringComparison.Ordinal));
        Assert.Contains(Truth.Toxic, line => line.EndsWith("the exception holds", StringComparison.Ordinal));
    }

    /// <summary>Without anybody who knows the people, who owns what is unknown. It is never nobody.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public Task Without_the_sources_of_people_no_owner_is_said_to_be_missing(string setting) => OnSample(setting, reading => reading.Source.Split(':')[0] is not ("hr" or "scim" or "people"), async sample =>
    {
        JsonElement[] rows = await sample.RowsAsync("orphan_chains", "orphanChains", new { states = AnyState });
        Assert.All(rows, row => Assert.Empty(Texts(row, "reasons").Intersect(["NO_OWNER", "OWNER_DEPARTED", "TEAM_EMPTY", "CREATOR_DEPARTED", "CREATOR_UNKNOWN"])));
        JsonElement forgotten = rows.Single(row => Key(row, "credential") == "aws:access-key:AKIAFORGOTTENEXAMPLE");
        Assert.Contains("NO_OWNER", Texts(forgotten, "undecided"));
        JsonElement owners = (await sample.AskAsync("{ node(id: \"aws:arn:aws:iam::111122223333:user/service/report-export-script\") { ... on Identity { owners { state nodes { role } } } } }", new { })).GetProperty("node").GetProperty("owners");
        Assert.Equal("UNKNOWN", owners.GetProperty("state").ToString());
    });

    /// <summary>Without the personnel system alone, the directory still knows the people: nothing more is said to have no owner.</summary>
    [Fact]
    public Task Without_the_personnel_system_alone_nothing_more_is_without_an_owner() => OnSample(Setting.All[0].Name, reading => reading.Source != "hr", async sample =>
    {
        string[] ownerless = [.. (await sample.RowsAsync("orphan_chains", "orphanChains")).Where(row => Texts(row, "reasons").Contains("NO_OWNER")).Select(row => Key(row, "identity")!)];
        Assert.All(ownerless, identity => Assert.Contains(Truth.Orphans, line => line.Contains($" > {identity}: ", StringComparison.Ordinal) && line.Contains("NO_OWNER", StringComparison.Ordinal)));
    });

    private static async Task OnSample(string setting, Func<SourceReading, bool> with, Func<SampleQuestions, Task> ask) =>
        await SampleQuestions.OnAsync(Setting.Named(setting), (await SampleEstate.ReadAsync(TestContext.Current.CancellationToken)).Where(with), ask);

    private static void Same(string what, IEnumerable<string> expected, IEnumerable<string> found)
    {
        string difference = Difference.Of(what, expected, found);
        Assert.True(difference.Length == 0, $"The sample does not hold what was planted.\n{difference}");
    }

    private static string OrphanOf(JsonElement row) => PlantedTruth.OrphanLine(Key(row, "consumer"), Key(row, "credential"), Key(row, "identity"), Texts(row, "reasons"));

    private static string ToxicOf(JsonElement row) => PlantedTruth.ToxicLine(
        row.GetProperty("rule").GetProperty("id").ToString(), Key(row, "actor")!, row.GetProperty("controlGroup").EnumerateArray().Select(one => one.GetProperty("key").ToString()),
        row.GetProperty("exception") is { ValueKind: JsonValueKind.Object } exception ? exception.GetProperty("holds").GetBoolean() ? "holds" : "expired" : null);

    private static string? Key(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Object } entity ? entity.GetProperty("key").ToString() : null;

    private static string[] Texts(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(one => one.ToString())];
}

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NhiGraph.Loaders.Aws;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Read;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Trail;

/// <summary>The forms that a log may have, what is kept of it, and what is refused.</summary>
public sealed class TrailReadingTests
{
    private static readonly string Log = new TrailLog()
        .Assume("deployer", "x", "2024-01-01T00:00:00Z", TrailLog.User("ana"), "ASIA1")
        .Assume("deployer", "x", "2024-01-01T02:00:00Z", TrailLog.User("bo"), "ASIA2")
        .Assume("other", "y", "2024-01-01T00:00:00Z", TrailLog.User("ana"), "ASIA3")
        .CreateUser("robot", "2024-01-01T01:00:00Z", TrailLog.Session("deployer", "x", key: "ASIA1"))
        .Event("ListUsers", "2024-01-01T01:00:00Z", TrailLog.User("ana"))
        .Event("CreateUser", "2024-01-01T01:00:00Z", TrailLog.User("ana"), rest: ",\"errorCode\":\"EntityAlreadyExists\"").Json();

    [Fact]
    public async Task Of_a_log_only_what_makes_and_the_sessions_it_happened_in_are_kept()
    {
        SourceReading reading = await TrailLog.ReadAsync(Exports.Text("trail.json", Log));
        Assert.Empty(reading.Problems);
        Assert.Equal(["e1 #/Records/0", "e4 #/Records/3"], Facts(reading).Select(fact => $"{fact.Id.Key} {fact.Locator["trail.json".Length..]}"));
        Assert.All(Facts(reading), fact => Assert.DoesNotContain("FwoGZXIvYXdzE", fact.Content, StringComparison.Ordinal));
        Assert.All(Facts(reading), fact => Assert.Equal(CanonicalJson.Of(JsonElement.Parse(fact.Content)), fact.Content));
    }

    [Fact]
    public async Task Its_dataset_is_never_whole() =>
        Assert.Equal(DatasetState.Partial, (await TrailLog.ReadAsync(Exports.Text("trail.json", Log))).Datasets.Single(dataset => dataset.Dataset == AwsDatasets.CloudTrail).State);

    [Fact]
    public async Task Every_form_of_a_log_gives_the_same_facts()
    {
        using JsonDocument log = JsonDocument.Parse(Log);
        string[] events = [.. log.RootElement.GetProperty("Records").EnumerateArray().Select(record => record.GetRawText())];
        string lookup = $$"""{"Events":[{{string.Join(',', events.Select(text => $"{{\"EventName\":\"x\",\"CloudTrailEvent\":{JsonSerializer.Serialize(text)}}}"))}}],"NextToken":"n"}""";
        string expected = Shown(await TrailLog.ReadAsync(Exports.Text("t", Log)));
        foreach (ExportFile[] files in (ExportFile[][])
        [
            [Exports.Text("t", lookup)], [Exports.Text("t", $"[{string.Join(',', events)}]")], [Exports.Text("t", string.Join('\n', events))], [Exports.Bytes("t", Gzip(Log))], [Exports.Text("t", Log), Exports.Text("u", lookup)],
            [.. events.Reverse().Select((text, i) => Exports.Text($"t{i}", $$"""{"Records":[{{text}}]}"""))],
        ])
        {
            SourceReading reading = await TrailLog.ReadAsync(files);
            Assert.Empty(reading.Problems);
            Assert.Equal(expected, Shown(reading));
        }
    }

    [Theory]
    [InlineData("""{"Records":[""", "NHI-TRL-003 t#/Records/0")]
    [InlineData("""{"digestStartTime":"x","logFiles":[]}""", "NHI-TRL-007 t#")]
    [InlineData("\"text\"", "NHI-TRL-007 t#")]
    [InlineData("", "NHI-TRL-005 t")]
    public async Task What_is_no_log_is_refused(string text, string told)
    {
        RefusedInputException refusal = await Assert.ThrowsAsync<RefusedInputException>(() => TrailLog.ReadAsync(Exports.Text("t", text)));
        Assert.Equal(told, $"{refusal.Problems[0].Code} {refusal.Problems[0].Locator}");
    }

    [Theory]
    [InlineData("\"eventTime\":\"2024-01-01T01:00:00Z\"", "\"eventTime\":\"soon\"", "NHI-TRL-010 t#/Records/3/eventTime")]
    [InlineData("\"eventID\":\"e4\"", "\"eventID\":null", "NHI-TRL-010 t#/Records/3/eventID")]
    [InlineData("\"eventID\":\"e4\",\"recipientAccountId\":\"111111111111\"", "\"eventID\":\"e4\",\"recipientAccountId\":\"x\"", "NHI-TRL-010 t#/Records/3/recipientAccountId")]
    [InlineData("\"eventName\":\"ListUsers\"", "\"eventName\":7", "NHI-TRL-010 t#/Records/4")]
    [InlineData("\"userName\":\"robot\",\"userId\"", "\"userName\":\"robot\",\"userName\":\"robot\",\"userId\"", "NHI-TRL-011 t#/Records/3/responseElements/user/userName")]
    public async Task An_event_that_does_not_parse_leaves_the_rest_going_on(string sound, string broken, string told)
    {
        int at = Log.LastIndexOf(sound, StringComparison.Ordinal);
        SourceReading reading = await TrailLog.ReadAsync(Exports.Text("t", string.Concat(Log.AsSpan(0, sound.Contains("eventTime", StringComparison.Ordinal) ? at = Log.IndexOf(sound, StringComparison.Ordinal) : at), broken, Log.AsSpan(at + sound.Length))));
        Assert.Equal(told, $"{Assert.Single(reading.Problems).Code} {reading.Problems[0].Locator}");
    }

    [Fact]
    public async Task One_id_with_two_events_is_told()
    {
        SourceReading reading = await TrailLog.ReadAsync(Exports.Text("t", new TrailLog().CreateUser("a", "2024-01-01T00:00:00Z", TrailLog.User("x")).Json()), Exports.Text("u", new TrailLog().CreateUser("b", "2024-01-01T00:00:00Z", TrailLog.User("x")).Json()));
        Assert.Equal("NHI-TRL-013", Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task A_text_in_lookup_events_that_is_no_event_is_told()
    {
        SourceReading reading = await TrailLog.ReadAsync(Exports.Text("t", Log), Exports.Text("u", """{"Events":[{"CloudTrailEvent":"{"}]}"""));
        Assert.Equal("NHI-TRL-010 u#/Events/0/CloudTrailEvent", $"{Assert.Single(reading.Problems).Code} {reading.Problems[0].Locator}");
    }

    private static Fact[] Facts(SourceReading reading) => [.. reading.Datasets.Single(dataset => dataset.Dataset == AwsDatasets.CloudTrail).Facts];

    private static string Shown(SourceReading reading) => string.Join('\n', Facts(reading).Select(fact => fact.Id.Key + fact.Content));

    private static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}

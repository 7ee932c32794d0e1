using System.Globalization;
using System.Text;
using System.Text.Json;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Read;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Trail;

/// <summary>A sound log broken at random: a refusal with code and place, or a reading whose facts stand by what the log says; never another exception. The long form (<c>NHIGRAPH_LONG</c>) runs ten times as many.</summary>
public sealed class MutatedTrailTests
{
    private const string Secret = "FwoGZXIvYXdzE";
    private static readonly int Cases = Mutations.Count;
    private static readonly string[] Tokens = ["{", "}", "[", "]", ",", ":", "null", "true", "-1e99", "\"\"", "\"*\"", "\"\\ud800\"", "[]", "{}", "\"userIdentity\":", "\0", "\n", "\"", "\"2024-13-40T99:00:00Z\"", "\"arn:aws:iam::1:root\""];

    private static readonly string Log = new TrailLog()
        .Assume("deployer", "x", "2024-01-01T00:00:00Z", TrailLog.User("ana"), "ASIA1")
        .CreateUser("robot", "2024-01-01T01:00:00Z", TrailLog.Session("deployer", "x", source: "bo", key: "ASIA1"))
        .CreateAccessKey("robot", "AKIAROBOT", "2024-01-01T02:00:00Z", TrailLog.Saml("ana@acme.example"))
        .Event("DeleteAccessKey", "2024-02-01T00:00:00Z", TrailLog.User("bo"), """{"userName":"robot","accessKeyId":"AKIAROBOT"}""")
        .Event("CreateFunction20150331", "2024-01-03T00:00:00Z", TrailLog.Service, "null", """{"functionArn":"arn:aws:lambda:eu-west-1:111111111111:function:f"}""", "lambda.amazonaws.com")
        .Event("AttachRolePolicy", "2024-01-04T00:00:00Z", TrailLog.User("ana"), """{"roleName":"deployer","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}""")
        .Event("UpdateAssumeRolePolicy", "2024-01-04T00:00:00Z", TrailLog.User("bo"), """{"roleName":"deployer","policyDocument":"{}"}""")
        .Assume("web", "y", "2024-01-01T00:00:00Z", TrailLog.WebIdentity, "ASIA2", "AssumeRoleWithWebIdentity").Json();

    [Fact]
    public async Task Tokens_deleted_doubled_swapped_and_replaced_are_refused_or_read_and_never_crash()
    {
        var random = new Random(20261125);
        int refused = 0, told = 0, read = 0;
        for (int i = 0; i < Cases; i++)
        {
            SourceReading? reading = await Sound(Mutations.OfTokens(Log, Tokens, random), string.Create(CultureInfo.InvariantCulture, $"case {i}"));
            _ = reading is null ? refused++ : reading.Problems.Length > 0 ? told++ : read++;
        }

        Suite.Ran("trail-read-mutated", Cases);
        Assert.True(refused > Cases / 20 && told > 0 && read > Cases / 40, $"{refused} refused, {told} told, {read} read: the mutations no longer reach all.");
    }

    [Fact]
    public async Task A_log_cut_anywhere_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Log);
        int step = Math.Max(1, bytes.Length * 4 / Cases);
        int cases = 0;
        for (int length = 0; length < bytes.Length; length += step, cases++)
        {
            Assert.True(await Sound(bytes[..length], $"cut at {length}") is null, $"A log cut at {length} was read.");
        }

        Suite.Ran("trail-read-truncated", cases);
    }

    [Fact]
    public async Task Bytes_changed_at_random_are_refused_or_read_and_never_crash()
    {
        var random = new Random(4711);
        byte[] bytes = Encoding.UTF8.GetBytes(Log);
        for (int i = 0; i < Cases; i++)
        {
            await Sound(Mutations.OfBytes(bytes, random), string.Create(CultureInfo.InvariantCulture, $"case {i}"));
        }

        Suite.Ran("trail-read-bytes", Cases);
    }

    /// <summary>Null if it was refused.</summary>
    private static Task<SourceReading?> Sound(byte[] bytes, string which) => Mutations.SoundAsync(
        async () =>
        {
            SourceReading reading = await TrailLog.ReadAsync(Exports.Bytes("trail.json", bytes));
            AssertTold(reading.Problems, which);
            foreach (Fact fact in reading.Datasets.SelectMany(dataset => dataset.Facts))
            {
                Assert.False(fact.Content.Contains(Secret, StringComparison.Ordinal) && IsAtHome(bytes), which);
                Assert.Equal(CanonicalJson.Of(JsonElement.Parse(fact.Content)), fact.Content);
            }

            Assert.All(reading.Datasets, dataset => Assert.NotEqual(DatasetState.Complete, dataset.State));
            return reading;
        },
        problems => AssertTold(problems, which),
        which);

    /// <summary>The token stands where the log has tokens, not where a swap brought it to.</summary>
    private static bool IsAtHome(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        return text.Split(Secret).Length == text.Split("\"sessionToken\":\"" + Secret).Length;
    }

    private static void AssertTold(IEnumerable<Problem> problems, string which) => Mutations.AssertTold(problems, "^NHI-TRL-0[0-9]{2}$", which, Secret);
}

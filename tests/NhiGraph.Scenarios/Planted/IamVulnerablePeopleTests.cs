using System.Text.Json;
using NhiGraph.Architecture.Tests;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.People.Read;
using NhiGraph.Loaders.Runs;
using NhiGraph.Scenarios.Running;

namespace NhiGraph.Scenarios.Planted;

/// <summary>
/// A real account that was built to be attacked, with people, owners, an application and a log written for it (<c>IamVulnerable/</c>): who made what, what is to do for those who left, and which chains nobody answers for, as sets, none besides.
/// Skipped where the shared data folder is not there.
/// </summary>
public sealed class IamVulnerablePeopleTests
{
    private const string Iam = "aws:arn:aws:iam::200611803367:";
    private static readonly string[] Regions =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ];

    private static readonly string Export = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "aws", "iam-vulnerable.authorization-details.json"));
    private static readonly Provider[] Providers = [AwsProvider.Create(new AwsTagNames { Application = ["QuickSetupID"] }), PeopleProvider.Create()];

    public static TheoryData<string> Settings() => [.. Setting.All.Select(setting => setting.Name)];

    /// <summary>The log names them; of all else nobody is on record. A robot's session is its role's making, and no person's.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public Task Creators_are_those_of_the_log(string setting) => OnAsync(setting, async lab => Same("creators",
        [
            "user/privesc-sre-user: human:2", "user/fp1-allow-and-deny-user: human:2", "role/privesc-sre-role: human:2", "user/privesc4-CreateAccessKey-user: human:1",
            "role/fn1-privesc3-partial-role: by role/OrganizationAccountAccessRole",
        ],
        from node in (await lab.AskAsync("{ identities(first: 500) { nodes { key creator { state human { key } via { key } } } } }", new { })).GetProperty("identities").GetProperty("nodes").EnumerateArray()
        let creator = node.GetProperty("creator")
        where creator.GetProperty("state").ToString() == "KNOWN"
        select $"{Short(node)}: {(creator.GetProperty("human") is { ValueKind: JsonValueKind.Object } human ? Short(human) : "by " + Short(creator.GetProperty("via")))}"));

    /// <summary>Bo left in 2024 and knows a key of 2024; what he made is others'. Cy left in 2025, owned one user alone and knows its key.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public Task Departures_are_what_the_leavers_had(string setting) => OnAsync(setting, async lab => Same("departures",
        [
            "human:2 aws:access-key:AKIAPRIVESC4EXAMPLE0: CREATED EXPOSED_TO ROTATE", "human:2 user/privesc-sre-user: CREATED TRANSFER", "human:2 user/fp1-allow-and-deny-user: CREATED TRANSFER", "human:2 role/privesc-sre-role: CREATED KEEP",
            "human:3 aws:access-key:AKIASREUSEREXAMPLE00: CREATED EXPOSED_TO ROTATE", "human:3 user/privesc-sre-user: OWNS TRANSFER",
        ],
        from human in (await lab.AskAsync("{ humans(filter: {statuses: [DEPARTED]}) { nodes { key departure { items { entity { key } relations proposal } } } } }", new { })).GetProperty("humans").GetProperty("nodes").EnumerateArray()
        from item in human.GetProperty("departure").GetProperty("items").EnumerateArray()
        select $"{Short(human)} {Short(item.GetProperty("entity"))}: {string.Join(' ', item.GetProperty("relations").EnumerateArray())} {item.GetProperty("proposal")}"));

    /// <summary>Nobody lists the fp users and those of the second account as theirs (whom to turn to is no owner); Cy owned the one that he left; two keys are known to somebody who left; the application of the quick set-up, named by its own tag, was retired: a role in each of 16 regions.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public Task Orphans_are_those_listed(string setting) => OnAsync(setting, async lab => Same("orphan chains",
        [
            "user/fp1-allow-and-deny-user: CREATOR_DEPARTED NO_OWNER", .. ((string[])["user/fp2-allow-and-deny-multiple-policies-user", "user/fp3-deny-iam-user", "user/fp4-nonExploitableResourceConstraint-user", "user/fp5-nonExploitableConditionConstraint-user",
                "aws:arn:aws:iam::012345678901:user/biden", "aws:arn:aws:iam::012345678901:user/obama", "aws:arn:aws:iam::012345678901:user/userwithlotsofpermissions"]).Select(user => $"{user}: NO_OWNER"),
            "aws:access-key:AKIASREUSEREXAMPLE00 > user/privesc-sre-user: CREATOR_DEPARTED OWNER_DEPARTED", "aws:access-key:AKIAPRIVESC4EXAMPLE0 > user/privesc4-CreateAccessKey-user: CREATOR_DEPARTED",
            .. Regions.Select(region => $"role/AWS-QuickSetup-EnableCRecording-1clff_{region}").Select(role => $"{role}#service:ssm.amazonaws.com > {role}: APPLICATION_RETIRED"),
        ],
        from row in await lab.RowsAsync("orphan_chains", "orphanChains")
        select $"{(row.GetProperty("credential") is { ValueKind: JsonValueKind.Object } credential ? Short(credential) + " > " : "")}{Short(row.GetProperty("identity"))}: {string.Join(' ', row.GetProperty("reasons").EnumerateArray().Select(reason => reason.ToString()).Order(StringComparer.Ordinal))}"));

    private static async Task OnAsync(string setting, Func<SampleQuestions, Task> ask)
    {
        Assert.SkipUnless(System.IO.File.Exists(Export), "the shared data folder is not there");
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        SourceReading[] readings =
        [
            .. await PeopleExport.ReadAsync(new([File("people.csv")], null, [], []), cancellation),
            await ApplicationsExport.ReadAsync([File("applications.csv")], null, cancellation),
            await OwnersExport.ReadAsync([File("owners.csv")], null, cancellation),
            await AwsExport.ReadAsync(new([ExportFile.OnDisk(Export)], [], [], []) { CloudTrail = [File("cloudtrail.json")] }, cancellation),
        ];
        await SampleQuestions.OnAsync(Setting.Named(setting), readings, ask, Providers);
    }

    private static ExportFile File(string name) => ExportFile.OnDisk(Path.Combine(AppContext.BaseDirectory, "IamVulnerable", name));

    private static void Same(string what, IEnumerable<string> expected, IEnumerable<string> found)
    {
        string difference = Difference.Of(what, expected, found);
        Assert.True(difference.Length == 0, difference);
    }

    private static string Short(JsonElement entity) => entity.GetProperty("key").ToString().Replace(Iam, "", StringComparison.Ordinal);
}

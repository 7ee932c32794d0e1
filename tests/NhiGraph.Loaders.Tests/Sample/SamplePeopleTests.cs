using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Loaders.Tests.People.Derive;
using NhiGraph.Loaders.Tests.Runs;
using NhiGraph.Storage.Memory;

namespace NhiGraph.Loaders.Tests.Sample;

/// <summary>The people of the sample estate: who made, owns and could have seen what its story tells of.</summary>
public sealed class SamplePeopleTests
{
    private const string Production = "aws:arn:aws:iam::111122223333:";
    private const string Tools = "aws:arn:aws:iam::444455556666:";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(EdgeKind.Created, "human:1010", Production + "user/service/report-export-script", "INFERRED EMAIL_LOCAL_PART USER")]
    [InlineData(EdgeKind.ExposedTo, "human:1010", "aws:access-key:AKIAFORGOTTENEXAMPLE", "INFERRED EMAIL_LOCAL_PART USER CREATED")]
    [InlineData(EdgeKind.ExposedTo, "human:1006", "aws:access-key:AKIATERRAFORMEXAMPLE", "PROVED EMAIL SSO_SESSION CREATED")]
    [InlineData(EdgeKind.ExposedTo, "human:1013", "aws:access-key:AKIABACKUP222EXAMPLE", "PROVED EMAIL SSO_SESSION CREATED")]
    [InlineData(EdgeKind.Created, "human:1006", Production + "role/thumbnail-lambda", "INFERRED EMAIL_LOCAL_PART USER")]
    [InlineData(EdgeKind.Created, "human:1003", Production + "role/dev-experiments", "DECLARED EMAIL SOURCE_IDENTITY")]
    [InlineData(EdgeKind.Created, Production + "role/cloudformation-execution", Production + "role/ci-deploy", "PROVED EVENT")]
    [InlineData(EdgeKind.Created, "human:1007", Tools + "role/nightly-jobs", "INFERRED EMAIL_LOCAL_PART ASSUMED_BY_USER")]
    [InlineData(EdgeKind.Created, "human:1013", Tools + "user/service/helpdesk-sync", "INFERRED EMAIL SESSION_NAME")]
    [InlineData(EdgeKind.HasAccount, "human:1006", Production + "user/people/olivier.dubois", "INFERRED EMAIL_LOCAL_PART")]
    [InlineData(EdgeKind.Owns, "team:webshop", Production + "role/orders-api", "PROVED TEAM_NAME")]
    [InlineData(EdgeKind.Owns, "human:1012", Production + "role/break-glass-admin", "PROVED EMAIL")]
    [InlineData(EdgeKind.Owns, "team:support", Tools + "user/service/helpdesk-sync", "PROVED TEAM_NAME")]
    [InlineData(EdgeKind.PartOf, Production + "user/service/legacy-ftp-sync", "application:ftp-gateway", "PROVED APPLICATION_ID")]
    public async Task What_the_story_tells_of_people_the_graph_has(EdgeKind kind, string from, string to, string told)
    {
        Estate estate = new Estate().Read(await SampleEstate.ReadAsync(Cancellation));
        Assert.Contains(estate.Lines(kind), line => line.StartsWith(from + " -", StringComparison.Ordinal) && line.Contains($"-> {to} {told}", StringComparison.Ordinal));
    }

    /// <summary>An administrator's entitlement is named after what guardrails leave of everything.</summary>
    [Fact]
    public async Task Who_made_an_administrator_has_given_everything()
    {
        Estate estate = new Estate().Read(await SampleEstate.ReadAsync(Cancellation));
        Assert.Contains(estate.Lines(EdgeKind.Created), line => line.StartsWith("human:1010 -CREATED-> aws:111122223333#administer:", StringComparison.Ordinal) && line.Contains(" INFERRED EMAIL_LOCAL_PART USER GRANTED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_automation_made_and_what_failed_is_no_persons()
    {
        Estate estate = new Estate().Read(await SampleEstate.ReadAsync(Cancellation));
        Assert.DoesNotContain(estate.Edges, edge => edge.Kind == EdgeKind.Created && edge.To == Production + "role/ci-deploy" && edge.From.StartsWith("human:", StringComparison.Ordinal));
        Assert.DoesNotContain(estate.Edges, edge => edge.Kind == EdgeKind.Created && edge.To == Production + "role/payments-api" && edge.From == "human:1003");
    }

    [Fact]
    public async Task Every_person_team_and_application_is_listed_and_nothing_is_ambiguous()
    {
        Estate estate = new Estate().Read(await SampleEstate.ReadAsync(Cancellation));
        Assert.Empty(estate.Problems);
        Assert.Equal((14, 9, 14), (Count(NodeKinds.Human), Count(NodeKinds.Team), Count(NodeKinds.Application)));
        Assert.DoesNotContain(estate.Nodes.Values, node => (node.Kinds & (NodeKinds.Human | NodeKinds.Team | NodeKinds.Application)) != 0 && node[PropertyNames.Known] != "true");
        Assert.DoesNotContain(estate.Edges, edge => edge is { Kind: EdgeKind.InTeam, To: "team:mobile" });
        int Count(NodeKinds kind) => estate.Nodes.Values.Count(node => node.Kinds == kind);
    }

    [Fact]
    public async Task Whatever_is_loaded_first_the_store_holds_what_deriving_everything_from_scratch_gives()
    {
        ImmutableArray<SourceReading> readings = await SampleEstate.ReadAsync(Cancellation);
        Provider[] providers = [AwsProvider.Create(), PeopleProvider.Create()];
        string? expected = null;
        for (int seed = 0; seed < 4; seed++)
        {
            SourceReading[] order = [.. readings];
            new Random(seed).Shuffle(order);
            var store = new MemoryGraphStore();
            var scratch = new FromScratch(providers);
            foreach (SourceReading reading in order)
            {
                RunReport report = await LoadRun.ExecuteAsync(store, reading, providers, TimeProvider.System, Cancellation);
                Assert.DoesNotContain(report.Run.Problems, problem => problem.Code.StartsWith("NHI-RUN", StringComparison.Ordinal));
                scratch.Read(reading);
            }

            string content = scratch.Content();
            Assert.Equal(expected ??= content, content);
            Assert.Equal(content, await StoreContent.OfAsync(store, scratch.Parties, Cancellation));
        }
    }
}

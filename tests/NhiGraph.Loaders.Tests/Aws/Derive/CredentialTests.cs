using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

public class CredentialTests
{
    private const string Keys = """ "password_enabled":false,"access_key_1_active":true,"access_key_1_last_rotated":"2024-05-01T00:00:00Z","access_key_1_last_used_date":"2025-01-01T00:00:00Z","access_key_2_active":false,"access_key_2_last_rotated":"2023-05-01T00:00:00Z" """;

    [Fact]
    public void Without_ids_a_key_is_user_and_slot_and_a_disabled_one_is_inactive()
    {
        var account = new TestAccount().User("svc").Reported("svc", Keys);
        DerivedScope derived = account.Derive();
        var graph = new DerivedGraph(derived);
        Assert.True(graph.Edge(EdgeKind.Authenticates, account.Key("user/svc") + "#access-key-1", account.Key("user/svc"))!.Validity.IsAlways);
        Assert.True(graph.Edge(EdgeKind.Authenticates, account.Key("user/svc") + "#access-key-2", account.Key("user/svc"))!.Validity.Disabled);
        GraphNode key = Node(derived, account.Key("user/svc") + "#access-key-1");
        Assert.Equal(("2024-05-01T00:00:00Z", "2025-01-01T00:00:00Z", "STATIC"), (key[PropertyNames.LastRotatedAt], key[PropertyNames.LastUsedAt], key[PropertyNames.Posture]));
        Assert.Equal("NON_HUMAN", Node(derived, account.Key("user/svc"))[PropertyNames.Nature]);
    }

    [Fact]
    public void A_slot_becomes_the_listed_key_that_was_made_in_the_same_second()
    {
        var account = new TestAccount().User("svc").Reported("svc", Keys).AccessKey("AKIAONE", "svc", "Active", "2024-05-01T00:00:00Z").AccessKey("AKIATWO", "svc", "Inactive", "2023-05-01T00:00:00Z");
        DerivedScope derived = account.Derive();
        Assert.Equal(["aws:access-key:AKIAONE", "aws:access-key:AKIATWO"], derived.Assertions.Where(a => a.Node.Kinds == NodeKinds.Credential).Select(a => a.Node.Key).Distinct());
        Assert.Equal(("2025-01-01T00:00:00Z", "true"), (Node(derived, "aws:access-key:AKIAONE")[PropertyNames.LastUsedAt], Node(derived, "aws:access-key:AKIAONE")[PropertyNames.Enabled]));
        Assert.Empty(derived.Problems);
    }

    [Fact]
    public void Slots_and_keys_that_cannot_be_told_apart_stand_beside_each_other_and_are_told()
    {
        var account = new TestAccount().User("svc").Reported("svc", Keys).AccessKey("AKIAONE", "svc", "Active", "2025-05-01T00:00:00Z");
        DerivedScope derived = account.Derive();
        Assert.Equal(3, derived.Assertions.Where(a => a.Node.Kinds == NodeKinds.Credential).Select(a => a.Node.Key).Distinct().Count());
        Assert.Equal("NHI-AWS-105", Assert.Single(derived.Problems).Code);
    }

    [Fact]
    public void A_password_is_for_people()
    {
        var account = new TestAccount().User("ann").Reported("ann", """ "password_enabled":true,"password_last_used":"2025-01-01T00:00:00Z","mfa_active":true """);
        DerivedScope derived = account.Derive();
        Assert.Equal("HUMAN", Node(derived, account.Key("user/ann"))[PropertyNames.Nature]);
        Assert.Equal("PASSWORD", Node(derived, account.Key("user/ann") + "#password")[PropertyNames.CredentialType]);
    }

    [Theory]
    [InlineData("2026-06-30", "2026-06-30T00:00:00Z", null)]
    [InlineData("2026-06-30T12:00:00Z", "2026-06-30T12:00:00Z", null)]
    [InlineData("end of the project", null, "end of the project")]
    public void Tags_tell_how_critical_a_thing_is_and_until_when_it_is_meant_to_be_there(string text, string? date, string? kept)
    {
        var account = new TestAccount().User("a", tags: $$"""{"Key":"expires","Value":"{{text}}"}""").Listed("arn:aws:s3:::b", """{"Key":"Criticality","Value":"high"}""");
        var nodes = account.Derive().Assertions.GroupBy(assertion => assertion.Node.Key).ToDictionary(node => node.Key, NhiGraph.Storage.Facts.NodeMerge.Merge);
        Assert.Equal((date, kept), (nodes[account.Key("user/a")][PropertyNames.ExpiresAt], nodes[account.Key("user/a")]["expires"]));
        Assert.Equal("high", nodes["aws:arn:aws:s3:::b"][PropertyNames.Criticality]);
    }

    [Fact]
    public void Tags_tell_owner_environment_and_sensitivity()
    {
        var account = new TestAccount().Listed("arn:aws:s3:::data", """{"Key":"Owner","Value":"ann"},{"Key":"environment","Value":"prod"},{"Key":"data-classification","Value":"Restricted"}""");
        GraphNode bucket = Node(account.Derive(), "aws:arn:aws:s3:::data");
        Assert.Equal(("ann", "prod", "RESTRICTED", "BUCKET", "true"), (bucket[PropertyNames.Owner], bucket[PropertyNames.Environment], bucket[PropertyNames.Sensitivity], bucket[PropertyNames.ResourceType], bucket[PropertyNames.Known]));
    }

    private static GraphNode Node(DerivedScope derived, string key) => NodeMerge.Merge(derived.Assertions.Where(a => a.Node.Key == key));

    [Fact]
    public void What_is_for_one_service_signs_in_there_alone()
    {
        var account = new TestAccount().User("a")
            .Raw("ssh-keys", "APKAEXAMPLE", """{"Id":"APKAEXAMPLE","UserArn":"arn:aws:iam::111111111111:user/a","Status":"Active","CreateDate":"2024-03-01T10:00:00Z"}""")
            .Raw("service-specific-credentials", "ACCAEXAMPLE", """{"Id":"ACCAEXAMPLE","UserArn":"arn:aws:iam::111111111111:user/a","Status":"Inactive","ExpirationDate":"2026-03-01T10:00:00Z","ServiceName":"bedrock.amazonaws.com"}""");
        DerivedScope derived = account.Derive();
        var graph = new DerivedGraph(derived);
        GraphEdge ssh = graph.Edge(EdgeKind.Authenticates, "aws:ssh-key:APKAEXAMPLE", account.Key("user/a"))!, service = graph.Edge(EdgeKind.Authenticates, "aws:service-specific-credential:ACCAEXAMPLE", account.Key("user/a"))!;
        Assert.Equal((Certainty.Conditional, "it signs in to codecommit.amazonaws.com alone", Validity.Always), (ssh.Certainty, Assert.Single(ssh.Conditions).Statement, ssh.Validity));
        Assert.Equal(("it signs in to bedrock.amazonaws.com alone", Validity.Never), (Assert.Single(service.Conditions).Statement, service.Validity));
        GraphNode node = derived.Assertions.Select(assertion => assertion.Node).Single(node => node.Key == "aws:service-specific-credential:ACCAEXAMPLE");
        Assert.Equal(("SERVICE_SPECIFIC", "EXPIRING", "2026-03-01T10:00:00Z", "false"), (node[PropertyNames.CredentialType], node[PropertyNames.Posture], node[PropertyNames.ExpiresAt], node[PropertyNames.Enabled]));
    }

    [Fact]
    public void A_certificate_that_report_and_listing_have_is_one()
    {
        TestAccount With(string uploaded) => new TestAccount().User("a").Reported("a", """ "password_enabled":false,"cert_1_active":true,"cert_1_last_rotated":"2019-05-01T10:00:00Z" """)
            .Raw("signing-certificates", "TA7EXAMPLE", $$"""{"Id":"TA7EXAMPLE","UserArn":"arn:aws:iam::111111111111:user/a","Status":"Active","CreateDate":"{{uploaded}}"}""");
        string[] Certificates(string uploaded) => [.. new DerivedGraph(With(uploaded).Derive()).Edges.Where(edge => edge.Kind == EdgeKind.Authenticates && edge.From.Contains("certificate", StringComparison.Ordinal)).Select(edge => $"{edge.From} {edge.Certainty.Text()}").Order(StringComparer.Ordinal)];
        Assert.Equal(["aws:signing-certificate:TA7EXAMPLE PROVED"], Certificates("2019-05-01T10:00:00Z"));
        Assert.Equal(["aws:arn:aws:iam::111111111111:user/a#signing-certificate-1 PROVED", "aws:signing-certificate:TA7EXAMPLE PROVED"], Certificates("2020-05-01T10:00:00Z"));
    }
}

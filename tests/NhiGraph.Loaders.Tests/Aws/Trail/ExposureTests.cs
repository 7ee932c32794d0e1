using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Tests.Aws.Derive;
using NhiGraph.Loaders.Tests.People.Derive;

namespace NhiGraph.Loaders.Tests.Aws.Trail;

/// <summary>Who could have seen a secret that still lives: whoever made it as it is now.</summary>
public sealed class ExposureTests
{
    private const string Hr = "id,name,email,login,status,end date\n1,Ana,ana@acme.example,ana,terminated,2024-06-01\n2,Bo,bo@acme.example,bo,active,\n";
    private const string Key = "AKIAROBOT0000000001";
    private const string Early = "2024-01-01T00:00:00Z";
    private const string Late = "2024-09-01T00:00:00Z";

    [Fact]
    public void Whoever_made_a_key_that_lives_could_have_seen_it()
    {
        Estate estate = Of(Robot().AccessKey(Key, "robot", "Active", Early), new TrailLog().CreateAccessKey("robot", Key, Early, TrailLog.User("ana")));
        Assert.Equal([$"human:1 -EXPOSED_TO-> aws:access-key:{Key} INFERRED LOGIN USER CREATED {Early}"], estate.Lines(EdgeKind.ExposedTo));
        Assert.Contains($"human:1 -CREATED-> aws:access-key:{Key} INFERRED LOGIN USER {Early}", estate.Lines(EdgeKind.Created));
    }

    [Fact]
    public void A_key_without_its_listing_is_the_slot_that_was_filled_at_that_time()
    {
        Estate estate = Of(Robot().Reported("robot", $"\"access_key_1_active\":true,\"access_key_1_last_rotated\":\"{Early}\""), new TrailLog().CreateAccessKey("robot", Key, Early, TrailLog.User("ana")));
        Assert.Equal([$"human:1 -EXPOSED_TO-> aws:arn:aws:iam::111111111111:user/robot#access-key-1 INFERRED LOGIN USER CREATED {Early}"], estate.Lines(EdgeKind.ExposedTo));
    }

    [Fact]
    public void A_key_that_a_listing_no_longer_has_is_gone() =>
        Assert.Empty(Of(Robot().AccessKey("AKIAROBOT0000000002", "robot", "Active", Late), new TrailLog().CreateAccessKey("robot", Key, Early, TrailLog.User("ana"))).Lines(EdgeKind.ExposedTo, EdgeKind.Created));

    [Fact]
    public void A_key_that_no_listing_would_show_stands_by_the_log_until_its_end()
    {
        TrailLog made = new TrailLog().CreateAccessKey("robot", Key, Early, TrailLog.User("ana"));
        Estate estate = Of(Robot(), made);
        Assert.Equal([$"aws:access-key:{Key} -AUTHENTICATES-> aws:arn:aws:iam::111111111111:user/robot DECLARED"], estate.Lines(EdgeKind.Authenticates));
        Assert.Equal([$"human:1 -EXPOSED_TO-> aws:access-key:{Key} INFERRED LOGIN USER CREATED {Early}"], estate.Lines(EdgeKind.ExposedTo));
        Assert.Empty(Of(Robot(), made.Event("DeleteAccessKey", Late, TrailLog.User("bo"), $$"""{"accessKeyId":"{{Key}}"}""")).Lines(EdgeKind.Authenticates, EdgeKind.ExposedTo, EdgeKind.Created));
    }

    [Fact]
    public void Who_sets_a_password_anew_takes_the_place_of_who_set_it()
    {
        TrailLog log = new TrailLog().Event("CreateLoginProfile", Early, TrailLog.User("ana"), """{"userName":"robot"}""").Event("UpdateLoginProfile", Late, TrailLog.User("bo"), """{"userName":"robot"}""");
        Estate estate = Of(Robot().Reported("robot", $"\"password_enabled\":true,\"password_last_changed\":\"{Late}\""), log);
        Assert.Equal([$"human:2 -EXPOSED_TO-> aws:arn:aws:iam::111111111111:user/robot#password INFERRED LOGIN USER ROTATED {Late}"], estate.Lines(EdgeKind.ExposedTo));
        Assert.Contains(estate.Lines(EdgeKind.Created), line => line.StartsWith("human:1 -CREATED->", StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_that_was_changed_after_the_last_event_is_seen_by_nobody_known() =>
        Assert.Empty(Of(Robot().Reported("robot", $"\"password_enabled\":true,\"password_last_changed\":\"{Late}\""), new TrailLog().Event("CreateLoginProfile", Early, TrailLog.User("ana"), """{"userName":"robot"}""")).Lines(EdgeKind.ExposedTo));

    [Theory]
    [InlineData("CreateServiceSpecificCredential", """{"serviceSpecificCredential":{"serviceSpecificCredentialId":"ACCA1"}}""", "aws:service-specific-credential:ACCA1", "SERVICE_SPECIFIC")]
    [InlineData("UploadSSHPublicKey", """{"sSHPublicKey":{"sSHPublicKeyId":"APKA1"}}""", "aws:ssh-key:APKA1", "SSH_KEY")]
    [InlineData("UploadSigningCertificate", """{"certificate":{"certificateId":"CERT1"}}""", "aws:signing-certificate:CERT1", "SIGNING_CERTIFICATE")]
    public void Other_credentials_that_only_the_log_knows_are_declared(string name, string response, string key, string type)
    {
        Estate estate = Of(Robot(), new TrailLog().Event(name, Early, TrailLog.User("ana"), """{"userName":"robot"}""", response));
        Assert.Equal([$"human:1 -EXPOSED_TO-> {key} INFERRED LOGIN USER CREATED {Early}"], estate.Lines(EdgeKind.ExposedTo));
        Assert.Equal((type, "STATIC", Early), (estate.Nodes[key][PropertyNames.CredentialType], estate.Nodes[key][PropertyNames.Posture], estate.Nodes[key][PropertyNames.LastRotatedAt]));
    }

    [Fact]
    public void A_key_that_a_whole_listing_does_not_have_is_gone()
    {
        TestAccount account = Robot().Raw("ssh-keys", "APKA2", """{"Id":"APKA2","UserArn":"arn:aws:iam::111111111111:user/robot","Status":"Active","CreateDate":"2024-01-01T00:00:00Z"}""");
        Estate estate = Of(account, new TrailLog().Event("UploadSSHPublicKey", Early, TrailLog.User("ana"), """{"userName":"robot"}""", """{"sSHPublicKey":{"sSHPublicKeyId":"APKA1"}}"""));
        Assert.Empty(estate.Lines(EdgeKind.ExposedTo));
        Assert.DoesNotContain("aws:ssh-key:APKA1", estate.Nodes.Keys);
    }

    [Fact]
    public void What_was_renewed_is_as_old_as_the_last_renewal()
    {
        const string Answer = """{"serviceSpecificCredential":{"serviceSpecificCredentialId":"ACCA1","userName":"robot"}}""";
        Estate estate = Of(Robot(), new TrailLog().Event("CreateServiceSpecificCredential", Early, TrailLog.User("ana"), """{"userName":"robot"}""", Answer)
            .Event("ResetServiceSpecificCredential", "2024-05-01T00:00:00Z", TrailLog.User("ana"), "{}", Answer).Event("ResetServiceSpecificCredential", Late, TrailLog.User("bo"), "{}", Answer));
        Assert.Equal((Early, Late), (estate.Nodes["aws:service-specific-credential:ACCA1"][PropertyNames.CreatedAt], estate.Nodes["aws:service-specific-credential:ACCA1"][PropertyNames.LastRotatedAt]));
        Assert.Equal([$"human:2 -EXPOSED_TO-> aws:service-specific-credential:ACCA1 INFERRED LOGIN USER ROTATED {Late}"], estate.Lines(EdgeKind.ExposedTo));
    }

    [Theory]
    [InlineData("2024-03-01T00:00:00Z", true)]
    [InlineData("2024-09-01T00:00:00Z", false)]
    public void Whether_it_was_rotated_after_a_departure_the_graph_alone_tells(string changed, bool stillSeen)
    {
        // The key of who left lives: older than the departure. Changed since by another: nobody who left could have seen it.
        Estate estate = Of(Robot().Reported("robot", $"\"password_enabled\":true,\"password_last_changed\":\"{changed}\""), new TrailLog().Event("CreateLoginProfile", "2024-03-01T00:00:00Z", TrailLog.User("ana"), """{"userName":"robot"}"""));
        GraphEdge made = Assert.Single(estate.Edges, edge => edge.Kind == EdgeKind.Created && edge.From == "human:1");
        GraphNode secret = estate.Nodes[made.To], maker = estate.Nodes[made.From];
        bool older = string.CompareOrdinal(secret[PropertyNames.LastRotatedAt], maker[PropertyNames.DepartedAt]) < 0;
        Assert.Equal((stillSeen, "DEPARTED"), (older, maker[PropertyNames.Status]));
        Assert.Equal(stillSeen, estate.Edges.Any(edge => edge.Kind == EdgeKind.ExposedTo && edge.From == maker.Key && edge.To == secret.Key));
    }

    private static TestAccount Robot() => new TestAccount().User("robot");

    private static Estate Of(TestAccount account, TrailLog log) => new Estate().Hr(Hr).Account(account).Trail(log);
}

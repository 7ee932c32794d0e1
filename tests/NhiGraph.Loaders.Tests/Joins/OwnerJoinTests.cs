using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Tests.Aws.Derive;
using NhiGraph.Loaders.Tests.People.Derive;

namespace NhiGraph.Loaders.Tests.Joins;

/// <summary>Who owns what: from tags, from a list, and of applications.</summary>
public sealed class OwnerJoinTests
{
    private const string Hr = "id,name,email,login,team\n1,Ana,ana@acme.example,alind,platform\n2,Bo,bo@acme.example,,\n";
    private const string Deploy = "aws:arn:aws:iam::111111111111:role/deploy";

    [Theory]
    [InlineData("owner", "ana@acme.example", "human:1 -OWNS-> PROVED EMAIL")]
    [InlineData("Owner", "1", "human:1 -OWNS-> PROVED EMPLOYEE_ID")]
    [InlineData("owner", "alind", "human:1 -OWNS-> INFERRED LOGIN")]
    [InlineData("owner", "bo", "human:2 -OWNS-> INFERRED EMAIL_LOCAL_PART")]
    [InlineData("owner", "Platform", "team:platform -OWNS-> PROVED TEAM_NAME")]
    [InlineData("team", "platform", "team:platform -OWNS-> PROVED TEAM_NAME")]
    [InlineData("team", "ana@acme.example", null)]
    [InlineData("business-owner", "ana@acme.example", "human:1 -OWNS business-> PROVED EMAIL")]
    [InlineData("technical-owner", "platform", "team:platform -OWNS technical-> PROVED TEAM_NAME")]
    [InlineData("escalation", "bo@acme.example", "human:2 -OWNS escalation-> PROVED EMAIL")]
    [InlineData("owner", "the shop people", null)]
    public void A_tag_names_a_person_or_a_team(string tag, string value, string? owner)
    {
        Estate estate = new Estate().Hr(Hr).Account(new TestAccount().Role("deploy", TestAccount.LambdaTrust, tags: $$"""{"Key":"{{tag}}","Value":"{{value}}"}"""));
        Assert.Equal(owner is null ? [] : [owner.Replace("-> ", $"-> {Deploy} ", StringComparison.Ordinal)], estate.Lines(EdgeKind.Owns));
        Assert.Equal(owner is null ? ["NHI-OWN-112"] : [], estate.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_tag_is_kept_and_nobody_blamed_where_no_people_were_loaded()
    {
        Estate estate = new Estate().Account(new TestAccount().Role("deploy", TestAccount.LambdaTrust, tags: """{"Key":"owner","Value":"ana@acme.example"}"""));
        Assert.Empty(estate.Lines(EdgeKind.Owns));
        Assert.Empty(estate.Problems);
        Assert.Equal("ana@acme.example", estate.Nodes[Deploy][PropertyNames.Owner]);
    }

    [Fact]
    public void A_row_owns_what_its_id_or_pattern_names()
    {
        Estate estate = new Estate().Hr(Hr)
            .Account(new TestAccount().Role("deploy", TestAccount.LambdaTrust).Role("deploy-2", TestAccount.LambdaTrust).User("robot").AccessKey("AKIAROBOT0000000001", "robot", "Active", "2024-01-01T00:00:00Z"))
            .Owners("""
                id,role,person,team,since
                arn:aws:iam::111111111111:role/deploy*,technical,,platform,2024-05-01
                aws:arn:aws:iam::111111111111:user/robot,business,ana@acme.example,,
                aws:access-key:AKIAROBOT0000000001,,2,,
                arn:aws:iam::111111111111:role/deploy,escalation,bo@acme.example,,
                arn:aws:iam::111111111111:role/gone,escalation,bo@acme.example,,
                arn:aws:iam::999999999999:role/elsewhere,escalation,bo@acme.example,,

                """);
        Assert.Equal(
            [
                "human:1 -OWNS business-> aws:arn:aws:iam::111111111111:user/robot PROVED EMAIL",
                "human:2 -OWNS escalation-> aws:arn:aws:iam::111111111111:role/deploy PROVED EMAIL",
                "human:2 -OWNS-> aws:access-key:AKIAROBOT0000000001 PROVED EMPLOYEE_ID",
                "team:platform -OWNS technical-> aws:arn:aws:iam::111111111111:role/deploy PROVED TEAM_NAME 2024-05-01T00:00:00Z",
                "team:platform -OWNS technical-> aws:arn:aws:iam::111111111111:role/deploy-2 PROVED TEAM_NAME 2024-05-01T00:00:00Z",
            ],
            estate.Lines(EdgeKind.Owns));
        Assert.Equal(["NHI-OWN-113"], estate.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void An_owner_whom_nobody_lists_is_named_and_nothing_is_known_of_him()
    {
        Estate estate = new Estate().Account(new TestAccount().Role("deploy", TestAccount.LambdaTrust)).Owners("id,person,team,owner\narn:aws:iam::*:role/deploy,gone@acme.example,,\narn:aws:iam::*:role/deploy,,ghosts,\narn:aws:iam::*:role/deploy,,,nobody\n");
        Assert.Equal(["human:unlisted:gone@acme.example -OWNS-> " + Deploy + " DECLARED NAME_ONLY", "team:ghosts -OWNS-> " + Deploy + " DECLARED NAME_ONLY"], estate.Lines(EdgeKind.Owns));
        Assert.All((string[])["human:unlisted:gone@acme.example", "team:ghosts"], key => Assert.Equal("false", estate.Nodes[key][PropertyNames.Known]));
        Assert.Equal(["NHI-OWN-103"], estate.Problems.Select(problem => problem.Code));
        Assert.Equal(["NHI-OWN-102", "NHI-OWN-102", "NHI-OWN-103"], estate.Hr(Hr).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Two_people_of_one_name_own_nothing_and_are_told()
    {
        Estate estate = new Estate().Hr("id,login\n1,jo\n2,jo\n").Account(new TestAccount().Role("deploy", TestAccount.LambdaTrust, tags: """{"Key":"owner","Value":"jo"}""")).Owners("id,person\n*role/deploy,jo\n");
        Assert.Empty(estate.Lines(EdgeKind.Owns));
        Assert.Equal(["NHI-OWN-101", "NHI-OWN-111"], estate.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Applications_have_owners_and_what_is_tagged_with_their_id_or_name()
    {
        Estate estate = new Estate().Hr(Hr)
            .Applications("id,name,status,retiredAt,vendor,business owner,technical owner,escalation\nshop,Webshop,active,,,ana@acme.example,platform,bo\nftp,Old FTP,,2024-06-30,Filemover,,,\n")
            .Account(new TestAccount()
                .Role("deploy", TestAccount.LambdaTrust, tags: """{"Key":"application","Value":"SHOP"}""")
                .Role("other", TestAccount.LambdaTrust, tags: """{"Key":"application-id","Value":"old ftp"}""")
                .Role("third", TestAccount.LambdaTrust, tags: """{"Key":"application","Value":"unheard"}"""));
        Assert.Equal([Deploy + " -PART_OF-> application:shop PROVED APPLICATION_ID", "aws:arn:aws:iam::111111111111:role/other -PART_OF-> application:ftp PROVED APPLICATION_NAME"], estate.Lines(EdgeKind.PartOf));
        Assert.Equal(
            ["human:1 -OWNS business-> application:shop PROVED EMAIL", "human:2 -OWNS escalation-> application:shop INFERRED EMAIL_LOCAL_PART", "team:platform -OWNS technical-> application:shop PROVED TEAM_NAME"],
            estate.Lines(EdgeKind.Owns));
        Assert.Equal(("RETIRED", "2024-06-30T00:00:00Z", "Filemover"), (estate.Nodes["application:ftp"][PropertyNames.Status], estate.Nodes["application:ftp"][PropertyNames.RetiredAt], estate.Nodes["application:ftp"][PropertyNames.Vendor]));
        Assert.Equal("unheard", estate.Nodes["aws:arn:aws:iam::111111111111:role/third"][PropertyNames.Application]);
        Assert.Empty(estate.Problems);
    }

    [Fact]
    public void Applications_of_one_name_are_told_and_not_chosen_between()
    {
        Estate estate = new Estate().Applications("id,name\n1,CRM\n2,crm\n").Account(new TestAccount().Role("deploy", TestAccount.LambdaTrust, tags: """{"Key":"application","Value":"CRM"}"""));
        Assert.Empty(estate.Lines(EdgeKind.PartOf));
        Assert.Equal(["NHI-APP-111"], estate.Problems.Select(problem => problem.Code));
    }
}

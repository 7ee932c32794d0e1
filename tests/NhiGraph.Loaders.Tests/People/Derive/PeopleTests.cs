using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Tests.People.Derive;

/// <summary>From rows and directory resources to people, their managers and teams.</summary>
public sealed class PeopleTests
{
    private const string Hr = """
        id,name,email,status,termination date,manager,department,team
        7,Ines,ines@acme.example,active,,,Management,
        0042,Ana,ana@acme.example,active,,7,Platform,Platform|payments
        43,Marco,marco@acme.example,terminated,2025-03-01,ana@acme.example,Platform,platform
        44,Sam,sam@acme.example,leave,,99,,
        45,Rey,,,,45,,

        """;

    [Fact]
    public void A_row_is_a_person_with_status_and_department()
    {
        Estate estate = new Estate().Hr(Hr);
        Assert.Equal(["human:0042 Ana ACTIVE", "human:43 Marco DEPARTED 2025-03-01T00:00:00Z", "human:44 Sam LEAVE", "human:45 Rey", "human:7 Ines ACTIVE"], People(estate));
        Assert.Equal("Platform", estate.Nodes["human:43"][PropertyNames.Department]);
    }

    [Fact]
    public void Managers_are_found_by_number_or_address_and_an_unknown_one_is_told()
    {
        Estate estate = new Estate().Hr(Hr);
        Assert.Equal(["human:0042 -REPORTS_TO-> human:7 PROVED", "human:43 -REPORTS_TO-> human:0042 PROVED"], estate.Lines(EdgeKind.ReportsTo));
        Assert.Equal("NHI-HR-102", Assert.Single(estate.Problems).Code);
    }

    [Fact]
    public void Teams_of_one_name_are_one_team_whoever_names_it()
    {
        Estate estate = new Estate().Hr(Hr).Directory("""[{"id":"u1","userName":"ana@acme.example"},{"id":"u2","userName":"new@acme.example","active":true}]""",
            """[{"id":"g1","displayName":"PLATFORM","members":[{"value":"u2"},{"value":"g2","type":"Group"}]},{"id":"g2","displayName":"Empty","members":[{"value":"g1","type":"Group"}]},{"id":"g3","displayName":"Nobody"}]""");
        Assert.Equal(
            ["human:0042 -IN_TEAM-> team:payments PROVED", "human:0042 -IN_TEAM-> team:platform PROVED", "human:43 -IN_TEAM-> team:platform PROVED", "human:scim:u2 -IN_TEAM-> team:empty PROVED", "human:scim:u2 -IN_TEAM-> team:platform PROVED"],
            estate.Lines(EdgeKind.InTeam));
        Assert.Equal("true", estate.Nodes["team:nobody"][PropertyNames.Known]);
    }

    [Theory]
    [InlineData("""[{"id":"u","userName":"x","active":false,"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"42"}}]""", "human:0042 Ana ACTIVE")]
    [InlineData("""[{"id":"u","userName":"x","active":false,"emails":[{"value":"ANA@acme.example"}]}]""", "human:0042 Ana ACTIVE")]
    [InlineData("""[{"id":"u","userName":"Ana@Acme.Example","active":false}]""", "human:0042 Ana ACTIVE")]
    public void A_user_of_the_directory_is_the_person_of_the_same_number_or_address_whose_status_the_personnel_system_tells(string users, string told)
    {
        Estate estate = new Estate().Hr(Hr).Directory(users);
        Assert.Contains(told, People(estate));
        Assert.Equal(5, People(estate).Length);
    }

    [Theory]
    [InlineData("true", "human:scim:u x ACTIVE")]
    [InlineData("false", "human:scim:u x DEPARTED")]
    [InlineData("null", "human:scim:u x")]
    public void A_directory_alone_tells_who_is_let_in(string active, string told) =>
        Assert.Equal([told], People(new Estate().Directory($$"""[{"id":"u","userName":"x","active":{{active}}}]""")));

    [Fact]
    public void A_person_without_status_has_the_directorys() =>
        Assert.Contains("human:45 Rey DEPARTED", People(new Estate().Hr(Hr).Directory("""[{"id":"u","userName":"x","active":false,"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"45"}}]""")));

    [Fact]
    public void A_user_with_an_address_of_two_people_stands_alone_and_is_told()
    {
        Estate estate = new Estate().Hr("id,email\n1,shared@acme.example\n2,shared@acme.example\n").Directory("""[{"id":"u","userName":"shared@acme.example"}]""");
        Assert.Contains("human:scim:u shared@acme.example", People(estate));
        Assert.Equal("NHI-HR-101", Assert.Single(estate.Problems).Code);
    }

    [Fact]
    public void A_member_that_no_listing_has_is_a_person_of_whom_nothing_is_known()
    {
        Estate estate = new Estate().Directory("""[{"id":"u","userName":"x"}]""", """[{"id":"g","displayName":"Team","members":[{"value":"v"}]}]""");
        Assert.Equal(["human:scim:v -IN_TEAM-> team:team PROVED"], estate.Lines(EdgeKind.InTeam));
        Assert.Equal("false", estate.Nodes["human:scim:v"][PropertyNames.Known]);
        Assert.Equal("NHI-HR-103", Assert.Single(estate.Problems).Code);
    }

    [Fact]
    public void Groups_of_one_name_are_told_apart()
    {
        Estate estate = new Estate().Directory("""[{"id":"u","userName":"x"}]""", """[{"id":"g1","displayName":"Ops","members":[{"value":"u"}]},{"id":"g2","displayName":"ops"}]""");
        Assert.Equal(["human:scim:u -IN_TEAM-> team:ops#g1 PROVED"], estate.Lines(EdgeKind.InTeam));
        Assert.Equal("NHI-HR-104", Assert.Single(estate.Problems).Code);
    }

    private static string[] People(Estate estate) =>
    [
        .. estate.Nodes.Values.Where(node => node.Kinds == NodeKinds.Human)
            .Select(node => string.Join(' ', ((string?[])[node.Key, node.Name, node[PropertyNames.Status], node[PropertyNames.DepartedAt]]).OfType<string>())).Order(StringComparer.Ordinal),
    ];
}
